import { z } from 'zod';

/** What fills a field in every example, type, schema and decoder. */
const ROLES = [
  'code',
  'namespace',
  'message',
  'status',
  'statusText',
  'details',
  'requestId',
  'retryAfter',
  'docsUrl',
] as const;

/** JSON's types, with `integer` distinguished from `number` as JSON Schema does. */
const FIELD_TYPES = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null'] as const;

/** Any JSON value. */
export const jsonSchema: z.ZodType<Json> = z.json();

/** A body goes as deep as its pointers do; what reads it goes down level by level, and has an end. */
export const FEW_PARTS = /^(?:[^/]*\/){0,64}[^/]*$/;
export const TOO_MANY_PARTS = 'a JSON Pointer of at most 64 parts';

/**
 * What stands before or after a code in a longer value. One character, so that every program and tool can look for it, and no
 * text of a registry is run as a pattern; none that has to be escaped in strings.
 */
const separator = z
  .string()
  .regex(/^[!#-&(-/:-@[\]^_{-~]$/, { error: 'one character of punctuation such as `#`, and no quote or backslash' });

/** How a longer value holds a code, as `#` and `:` do in `com.example#NotFound:https://…`. */
export const separators = {
  after: separator.optional().meta({
    description: 'With the role `code`: the code follows the last such character, as with # in `com.example#NotFound`',
  }),
  until: separator.optional().meta({
    description:
      'With the role `code`: the code ends before the first such character, as with : in `NotFound:https://…`',
  }),
};

/** One field of an error response's body. */
export const fieldSchema = z.strictObject({
  pointer: z
    .string()
    .regex(/^(?:\/(?:[^~/]|~[01])+)+$/, { error: 'a JSON Pointer (RFC 6901) such as `/error/code`' })
    .regex(FEW_PARTS, { error: TOO_MANY_PARTS })
    .meta({
      description:
        'Where the field is, as an RFC 6901 JSON Pointer from the body (or from the item); `0` is any element of an array, `{namespace}` the member named for the namespace of the code',
    }),
  type: z.enum(FIELD_TYPES).meta({ description: "The JSON type of the field's value" }),
  role: z.enum(ROLES).optional().meta({ description: 'What fills the field in examples, schemas and decoders' }),
  after: separators.after,
  until: separators.until,
  const: jsonSchema.optional().meta({ description: 'The only value that the field ever has' }),
  example: jsonSchema.optional().meta({ description: 'A plausible value, shown in examples' }),
  optional: z
    .boolean()
    .optional()
    .meta({ description: 'true if the field may be missing; left out of examples unless a code sets it' }),
  meaning: z.string().meta({ description: 'What the field tells the caller, as Markdown' }),
  get items(): z.ZodOptional<z.ZodArray<typeof fieldSchema>> {
    return z.array(fieldSchema).optional().meta({
      description: 'For an array of objects: the fields of each item, with pointers relative to the item',
    });
  },
});

/** Any JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type FieldType = (typeof FIELD_TYPES)[number];
export type Role = (typeof ROLES)[number];
export type Field = z.infer<typeof fieldSchema>;
