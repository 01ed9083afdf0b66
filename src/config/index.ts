/*
 * The configuration of a site, as a value: its schema, what is wrong with one, and the colors that it may use.
 */

import type { ConfigInput } from './schema.ts';

export { readable, tintOf } from './accent.ts';
export { configEditorSchema } from './editor.ts';
export { type ConfigFile, configProblem, type ReadConfig, readJsonConfig, readModuleConfig } from './read.ts';
export type { Config, ConfigInput } from './schema.ts';

/** Gives a configuration its type, so that editors complete and check it: `export default defineConfig({ … })`. */
export function defineConfig(config: ConfigInput): ConfigInput {
  return config;
}
