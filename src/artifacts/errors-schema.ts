import { z } from 'zod';
import {
  resolvedAliasSchema,
  resolvedApiSchema,
  resolvedCodeSchema,
  resolvedVersionSchema,
} from '../model/registry.ts';
import { opened } from './bodies.ts';

/** Text, with what it says. */
const text = (description: string) => z.string().meta({ description });

const example = z.strictObject({
  name: text('Its name; empty where it has none'),
  statusLine: text('The status line; empty where the status is not an HTTP one'),
  headers: z
    .array(z.tuple([z.string(), z.string()]))
    .meta({ description: 'Names and values of the headers, in order' }),
  body: z.record(z.string(), z.json()).meta({ description: 'The body; of one that is not JSON, its fields' }),
  text: text('The body as it is sent, where that is not JSON').optional(),
  format: z.enum(['xml', 'text']).meta({ description: 'How `text` is written' }).optional(),
});

const { code: spelling, address: _address, line: _line, ...entry } = resolvedCodeSchema.shape;

const code = z.strictObject({
  code: spelling,
  url: text('The address of its page'),
  ...entry,
  examples: z.array(example).meta({ description: 'Whole responses; none where it is no response' }),
  aliases: z.array(resolvedAliasSchema.omit({ address: true })).meta(resolvedCodeSchema.shape.aliases.meta() ?? {}),
});

const { codes, guides: _guides, images: _images, releases: _releases, ...api } = resolvedApiSchema.shape;

const errors = z.strictObject({
  $schema: text('The address of this schema').optional(),
  format: z.literal('errorbook/1').meta({ description: 'This format; fields may be added to it, and none change' }),
  ...api,
  versions: z.array(resolvedVersionSchema.omit({ changes: true })).meta(api.versions.meta() ?? {}),
  codes: z.array(code).meta(codes.meta() ?? {}),
});

/** The JSON Schema (2020-12) of `errors.json`; open to fields that a later state of the format adds. */
export function errorsSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(errors, {
    io: 'output',
    target: 'draft-2020-12',
    override({ zodSchema: { _zod }, jsonSchema }) {
      // a default is for what is left out, and here nothing is
      delete jsonSchema.default;
      // what has a short form in a file has another description once it is read
      const read = _zod.def.type === 'pipe' ? z.globalRegistry.get(_zod.def.out) : undefined;
      if (read?.description !== undefined) jsonSchema.description = read.description;
    },
  });
  return Object.assign({ title: 'errors.json' }, opened(schema));
}
