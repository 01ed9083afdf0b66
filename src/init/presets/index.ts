import { error } from './error.ts';
import { googleRpc } from './google-rpc.ts';
import { graphql } from './graphql.ts';
import { jsonApi } from './json-api.ts';
import { none } from './none.ts';
import type { Preset } from './preset.ts';
import { problem } from './problem.ts';

/** Every preset by the name that `--envelope` takes. */
export const PRESETS = {
  problem,
  error,
  'json-api': jsonApi,
  graphql,
  'google-rpc': googleRpc,
  none,
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof PRESETS;
