import { z } from 'zod';
import { CODE_STYLES, type CodeStyle } from '../model/schema/api.ts';
import { FAULTS } from '../model/schema/code.ts';
import { envelopeSchema } from '../model/schema/envelope.ts';
import { fieldSchema } from '../model/schema/field.ts';
import { POLICIES } from '../model/schema/retry.ts';
import { opened } from './branches.ts';

/** Text, with what it says. */
const text = (description: string) => z.string().meta({ description });

const status = z.union([z.int(), z.string()]).meta({ description: 'An HTTP status, or the name of another' });

const retry = z
  .strictObject({
    policy: z.enum(POLICIES).meta({ description: 'What a caller may do with the same request' }),
    reason: text('Why, and for which operations repeating is safe; Markdown').optional(),
    delay: z.number().optional().meta({ description: 'Seconds to wait where the response names no delay' }),
    attempts: z.int().optional().meta({ description: 'How many times to send the request in all' }),
  })
  .meta({ description: 'Whether and how to repeat the request' });

const statusEntry = z.strictObject({
  status,
  title: text('The reason phrase, or the title that the API gives'),
  family: z.enum(['1xx', '2xx', '3xx', '4xx', '5xx', 'other']).meta({ description: 'By the first digit' }),
  meaning: text('What the API says of it, as Markdown').optional(),
});

const endOfLife = z.strictObject({
  since: text('From when on, as a date or release').optional(),
  replacedBy: text('The code that takes its place').optional(),
  reason: text('Why, as Markdown').optional(),
});

const meaning = text('What it tells the caller, as Markdown');

const example = z.strictObject({
  name: text('Its name; empty where it has none'),
  statusLine: text('The status line; empty where the status is not an HTTP one'),
  headers: z
    .array(z.tuple([z.string(), z.string()]))
    .meta({ description: 'Names and values of the headers, in order' }),
  body: z.record(z.string(), z.json()).meta({ description: 'The body' }),
});

const code = z.strictObject({
  code: text('The code, exactly as it is sent'),
  url: text('The address of its page'),
  domain: text('The id of its domain'),
  title: text('A short name, plain text').optional(),
  statuses: z.array(statusEntry).min(1).meta({ description: 'The statuses that it is sent with; the usual one first' }),
  message: text('The default message, plain text').optional(),
  meaning: text('What happened, as Markdown'),
  remediation: z.array(z.string()).min(1).meta({ description: 'What to do, in steps of Markdown' }),
  retry,
  fault: z.enum(FAULTS).meta({ description: 'Whose fault it is' }),
  causes: z.array(z.string()).meta({ description: 'What leads to it, most likely first; Markdown' }),
  fields: z.array(fieldSchema).meta({ description: 'What it adds to the envelope' }),
  headers: z
    .record(z.string(), z.strictObject({ value: text('The value in the example'), meaning: meaning.optional() }))
    .meta({ description: 'The headers that it sends, by name' }),
  examples: z.array(example).meta({ description: 'Whole responses; none where it is no response' }),
  operations: z
    .array(z.strictObject({ operation: text('An endpoint or a method'), meaning: meaning.optional() }))
    .meta({ description: 'What returns it' }),
  states: z.array(z.string()).meta({ description: 'Lifecycle states in which it occurs' }),
  related: z.array(z.string()).meta({ description: 'Codes that a reader may have meant or needs next' }),
  links: z
    .array(z.strictObject({ title: text('What stands there'), href: text('The address') }))
    .meta({ description: 'Further reading' }),
  aliases: z
    .array(
      z.strictObject({
        code: text('The other spelling'),
        since: text('When it stopped being the code').optional(),
        reason: text('Why, as Markdown').optional(),
      }),
    )
    .meta({ description: 'Other spellings under which it was known' }),
  since: text('Since when it is sent, as a date or release').optional(),
  deprecated: endOfLife.optional().meta({ description: 'Still sent, on its way out' }),
  retired: endOfLife.optional().meta({ description: 'No longer sent' }),
  reserved: z.boolean().meta({ description: 'Announced, not sent yet' }),
  file: text('The file that holds the entry, in the folder of the registry'),
  line: z.int().optional().meta({ description: 'The line of the entry in that file' }),
});

const stateGroup = z.strictObject({
  title: text('Its name'),
  summary: text('What goes through these states, as Markdown').optional(),
  values: z
    .record(
      z.string(),
      z.strictObject({ meaning, terminal: z.boolean().optional().meta({ description: 'Nothing leads out of it' }) }),
    )
    .meta({ description: 'The states, in the order of a life' }),
});

const limit = z.strictObject({
  title: text('What the limit applies to'),
  max: z.number().meta({ description: 'How many are allowed in the period' }),
  unit: text('What is counted'),
  per: z.enum(['second', 'minute', 'hour', 'day']).optional().meta({ description: 'The period; none for a fixed cap' }),
  meaning: text('What counts, and against whom; Markdown').optional(),
  codes: z.array(z.string()).optional().meta({ description: 'The codes that say that it is reached' }),
});

const errors = z.strictObject({
  $schema: text('The address of this schema').optional(),
  format: z.literal('errorbook/1').meta({ description: 'This format; fields may be added to it, and none change' }),
  id: text('The id of the API'),
  title: text('The name of the API'),
  summary: text('What the API does, as Markdown'),
  version: text('The version of the API').optional(),
  baseUrl: text('Where the API answers').optional(),
  source: text('Where the files of the registry can be read').optional(),
  support: z
    .strictObject({
      url: text('Where callers ask for help').optional(),
      status: text('The page that says whether the service works').optional(),
      email: text('Where callers write to').optional(),
    })
    .optional()
    .meta({ description: 'Where callers get help' }),
  codeStyle: z
    .enum(Object.keys(CODE_STYLES) as [CodeStyle, ...CodeStyle[]])
    .meta({ description: 'How codes are spelled' }),
  sendsCodes: z.boolean().meta({ description: 'false where entries are told apart by status and message' }),
  envelopes: z.record(z.string(), envelopeSchema).meta({ description: 'The shapes of error responses, by name' }),
  domains: z
    .array(
      z.strictObject({
        id: text('Its id'),
        title: text('Its name'),
        summary: text('What its codes have in common, as Markdown').optional(),
        envelope: text('The name of its envelope; none where its codes have no body').optional(),
        codes: z.array(z.string()).meta({ description: 'Its codes, in order' }),
      }),
    )
    .meta({ description: 'The groups of codes, in order' }),
  statuses: z.array(statusEntry).meta({ description: 'The statuses in use, ascending' }),
  unknownCodes: z
    .strictObject({ retry, meaning: text('Why, and what else to do; Markdown') })
    .optional()
    .meta({ description: 'What to do with a code that is not listed here' }),
  states: z.record(z.string(), stateGroup).meta({ description: 'Lifecycle states that entries speak of' }),
  scopes: z.record(z.string(), z.strictObject({ meaning })).meta({ description: 'Permissions of a key or token' }),
  limits: z.array(limit).meta({ description: 'Rate limits and caps' }),
  codes: z.array(code).meta({ description: 'Every public code, in the order of the domains' }),
});

/** The JSON Schema (2020-12) of `errors.json`; open to fields that a later state of the format adds. */
export function errorsSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(errors, { io: 'output', target: 'draft-2020-12' });
  return { title: 'Errorbook errors.json', ...(opened(schema) as object) };
}
