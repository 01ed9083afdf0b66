import { z } from 'zod';
import { fieldSchema, separators } from './field.ts';
import { shortOr } from './short.ts';

/** A response header's name (RFC 9110, section 5.1: a token). */
export const headerName = z.string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, { error: 'a header name (RFC 9110)' });

/** A response header's value: one line, so that an example can't forge a second header. */
const headerValue = z.string().regex(/^[^\r\n]*$/, { error: 'text on one line' });

/** A header that error responses carry. */
const headerSchema = z.strictObject({
  meaning: z.string().meta({ description: 'What the header tells the caller, as Markdown' }),
  example: headerValue.meta({ description: 'A plausible value' }),
  role: z.literal('code').optional().meta({ description: '`code` if the header has the error code' }),
  ...separators,
});

/** The shape of an error response body, its media type and its headers. */
export const envelopeSchema = z.strictObject({
  mediaType: z
    .string()
    .default('application/json')
    .meta({ description: 'The Content-Type of error responses; examples of an XML type are XML' }),
  meaning: z
    .string()
    .optional()
    .meta({ description: 'What a caller should know about the body as a whole, as Markdown' }),
  closed: z.boolean().optional().meta({
    description: "true if bodies never hold a field that isn't listed; fields may be added if left out",
  }),
  text: z.string().optional().meta({
    description: 'For bodies of plain text: the text, in which `{code}` is the value of the field `/code`',
  }),
  fields: z.array(fieldSchema).min(1).meta({ description: 'The fields, in the order of the example' }),
  headers: z.record(headerName, headerSchema).optional().meta({ description: 'Headers of every error response' }),
});

/** What one code sends as a header: a value, or a value with what it means there. */
export const codeHeaderSchema = shortOr(
  headerValue.transform((value) => ({ value })),
  z.strictObject({
    value: headerValue.meta({ description: 'The value in the example' }),
    meaning: z.string().optional().meta({ description: 'What the header tells the caller of this code, as Markdown' }),
  }),
);

export type EnvelopeHeader = z.infer<typeof headerSchema>;
export type Envelope = z.infer<typeof envelopeSchema>;
