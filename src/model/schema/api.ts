import { z } from 'zod';
import { envelopeSchema, headerName } from './envelope.ts';
import { retrySchema } from './retry.ts';
import { declaredStatusSchema } from './status.ts';
import { emailAddress, id, languageTag, plain, prose, webAddress, webAddressTemplate } from './text.ts';
import { waiveSchema } from './waive.ts';

/** How an API spells its codes; `any` where it has no one way. */
export const CODE_STYLES = {
  SCREAMING_SNAKE_CASE: /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/,
  snake_case: /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/,
  'kebab-case': /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  numeric: /^[0-9]+$/,
  any: /^[^\s](?:.*[^\s])?$/su,
} as const;

/** A set of named states that entries speak of, such as the life of a session. */
const stateGroupSchema = z.strictObject({
  title: plain().meta({ description: 'Its name on the site' }),
  summary: prose().optional().meta({ description: 'What goes through these states, as Markdown' }),
  values: z
    .record(
      z.string(),
      z.strictObject({
        meaning: prose().meta({ description: 'What the state tells the caller, as Markdown' }),
        terminal: z.boolean().optional().meta({ description: 'true if the state is final' }),
      }),
    )
    .meta({ description: 'The states, in their usual order' }),
});

const limitSchema = z.strictObject({
  title: plain().meta({ description: 'What the limit applies to, such as an endpoint type' }),
  max: z.number().int().positive().meta({ description: 'How many are allowed in the period' }),
  unit: plain().default('requests').meta({ description: 'What is counted' }),
  per: z.enum(['second', 'minute', 'hour', 'day']).optional().meta({ description: 'The period; none for a fixed cap' }),
  meaning: prose().optional().meta({ description: 'What counts, and against whom; Markdown' }),
  codes: z.array(plain()).optional().meta({ description: 'The codes that report that the limit was reached' }),
});

const supportSchema = z.strictObject({
  url: webAddress().optional().meta({ description: 'The page for support' }),
  status: webAddress().optional().meta({ description: 'The page that says whether the service works' }),
  email: emailAddress().optional().meta({ description: 'The email address for support' }),
});

const idempotencySchema = z.strictObject({
  header: headerName.meta({ description: 'The request header that holds the key, such as Idempotency-Key' }),
  operations: z.array(plain()).min(1).optional().meta({
    description: 'The operations for which the API honors the key; every one if left out',
  }),
});

/** An API: identity, envelope, order of domains. */
export const apiSchema = z.strictObject({
  $schema: z.string().optional().meta({ description: 'The JSON Schema, for editors' }),
  title: plain().meta({ description: 'Its name on the site' }),
  summary: prose().meta({ description: 'What the API does, in a sentence of Markdown' }),
  version: plain().optional().meta({ description: 'Shown as written' }),
  previousVersion: id().optional().meta({
    description: 'The id of the API whose next version this one is, where the registry has both',
  }),
  baseUrl: webAddress().optional().meta({ description: 'The base URL of the API' }),
  source: webAddress().optional().meta({
    description:
      "Address of this folder's files in a code browser; pages link there to the entry or the file that they are made of",
  }),
  feedback: webAddressTemplate().optional().meta({
    description:
      'Where readers report whether a page helped: an address with {code} and {address}, or the new-issue address of a GitHub repository',
  }),
  support: supportSchema.optional().meta({ description: 'Where callers get help; shown with what to do' }),
  languages: z.record(languageTag(), plain()).optional().meta({
    description:
      'Notices for readers of other languages, by language tag (BCP 47), such as that a translation is missing',
  }),
  codeStyle: z
    .enum(Object.keys(CODE_STYLES) as [CodeStyle, ...CodeStyle[]])
    .default('any')
    .meta({ description: 'How codes are spelled' }),
  domains: z.array(id()).min(1).meta({ description: 'The domains in order; each is a file next to this one' }),
  statuses: z.record(z.string(), declaredStatusSchema).optional().meta({
    description: 'Statuses that are not HTTP statuses, and HTTP statuses about which this API has something to add',
  }),
  envelope: envelopeSchema.optional().meta({ description: 'The shape of every error response' }),
  envelopes: z.record(id(), envelopeSchema).optional().meta({
    description: 'Several shapes by name; a domain chooses one, the first is the default',
  }),
  unknownCodes: z
    .strictObject({
      retry: retrySchema.optional().meta({ description: 'Retry policy; the HTTP status decides if left out' }),
      meaning: prose().meta({ description: 'Why, and what else to do; Markdown' }),
    })
    .optional()
    .meta({ description: "What a caller does about a code that the docs don't list yet" }),
  idempotency: idempotencySchema.optional().meta({
    description: 'The key with which the API carries out a request once, however often it arrives',
  }),
  states: z.record(id(), stateGroupSchema).optional().meta({ description: 'Lifecycle states that entries refer to' }),
  scopes: z
    .record(
      z.string(),
      z.strictObject({ meaning: prose().meta({ description: 'What it lets its holder do, as Markdown' }) }),
    )
    .optional()
    .meta({
      description: 'Permissions that a key or token may hold',
    }),
  limits: z.array(limitSchema).optional().meta({ description: 'Rate limits and caps' }),
  waive: waiveSchema,
});

export type CodeStyle = keyof typeof CODE_STYLES;
export type ApiEntry = z.infer<typeof apiSchema>;
export type StateGroup = z.infer<typeof stateGroupSchema>;
export type Support = z.infer<typeof supportSchema>;
export type Idempotency = z.infer<typeof idempotencySchema>;
export type Limit = z.infer<typeof limitSchema>;
