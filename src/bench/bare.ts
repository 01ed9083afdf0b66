/*
 * The least that a check can be: reads the JSON files of a generated registry, parses them and validates their shape with Zod.
 * `node src/bench/bare.ts FOLDER` is measured beside `check` of the same files.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const text = z.string().min(1);
const field = z.strictObject({
  pointer: text,
  type: z.enum(['string', 'integer']),
  role: text.optional(),
  example: text.optional(),
  meaning: text,
});
const api = z.strictObject({
  title: text,
  summary: text,
  baseUrl: z.url(),
  codeStyle: text,
  domains: z.array(text),
  envelope: z.strictObject({
    fields: z.array(field),
    headers: z.record(text, z.strictObject({ meaning: text, example: text })),
  }),
  unknownCodes: z.strictObject({ retry: text, meaning: text }),
});
const code = z.strictObject({
  status: z.int().min(100).max(599),
  meaning: text,
  remediation: z.array(text),
  retry: z.strictObject({
    policy: z.enum(['never', 'refetch', 'retry-after', 'backoff']),
    reason: text,
    delay: z.number().optional(),
    attempts: z.int().optional(),
  }),
  message: text,
  causes: z.array(text),
  headers: z.record(text, text).optional(),
  fields: z.array(field).optional(),
  related: z.array(text).optional(),
});
const domain = z.strictObject({ title: text, summary: text, codes: z.record(text, code) });

const [folder = ''] = process.argv.slice(2);
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')))
  (file === 'api.json' ? api : domain).parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
