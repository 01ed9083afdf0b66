import { z } from 'zod';
import { configSchema } from './schema.ts';

/** The JSON Schema (2020-12) with which editors complete and check `errorbook.config.json`. */
export function configEditorSchema(): unknown {
  return { title: 'Configuration of an error reference', ...z.toJSONSchema(configSchema, { io: 'input' }) };
}
