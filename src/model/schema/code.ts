import { z } from 'zod';
import { codeHeaderSchema, headerName } from './envelope.ts';
import { FEW_PARTS, fieldSchema, jsonSchema, TOO_MANY_PARTS } from './field.ts';
import { retrySchema } from './retry.ts';
import { shortOr } from './short.ts';
import { statusSchema } from './status.ts';
import { moment, plain, prose, webAddress } from './text.ts';
import { waiveSchema } from './waive.ts';

/** Whose fault an error is: the caller's, the service's, or that of something behind the service. */
export const FAULTS = ['caller', 'service', 'upstream'] as const;

/** How bad it is that a code is sent; whatever is not an error may come with a request that succeeded. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;

/** What an entry states about the API, and its owner can confirm; its texts are those of the docs. */
export const CONFIRMABLE = ['status', 'message', 'retry'] as const;

/** Whether a request that failed was carried out: it was not, nobody knows, or it was. */
export const EFFECTS = ['none', 'unknown', 'done'] as const;

/** Values for an example, by JSON Pointer. */
export const overridesSchema = z.record(
  z.string().regex(/^\//, { error: 'a JSON Pointer that starts with /' }).regex(FEW_PARTS, { error: TOO_MANY_PARTS }),
  jsonSchema,
);

const remediationSchema = shortOr(
  prose().transform((step) => [step]),
  z.array(prose()).min(1),
  'What to do, in steps of Markdown',
);

/** An operation that returns a code, in its long form. */
export const operationSchema = z.strictObject({
  operation: z.string().meta({ description: 'An endpoint or a method, such as `POST /v1/speech`' }),
  status: statusSchema.optional().meta({ description: 'The status there, where it is another than that of the code' }),
  retry: retrySchema.optional().meta({ description: 'The retry policy there, where it is another' }),
  meaning: prose().optional().meta({ description: 'What the code means there, as Markdown' }),
  remediation: remediationSchema.optional().meta({ description: 'What to do there: a sentence, or steps in order' }),
});

/** An operation once read: short forms spelled out. */
export type OperationEntry = z.infer<typeof operationSchema>;

const endOfLifeSchema = z.strictObject({
  since: moment().optional().meta({ description: 'Since when, as a date or release' }),
  replacedBy: plain().optional().meta({ description: 'The code that replaces it' }),
  reason: prose().optional().meta({ description: 'Why, as Markdown' }),
});

/** Another spelling under which a code was known, in its long form. */
export const aliasSchema = z.strictObject({
  code: plain().meta({ description: 'The other spelling' }),
  since: moment().optional().meta({ description: 'When it was replaced, as a date or release' }),
  reason: prose().optional().meta({ description: 'Why, as Markdown' }),
});

/** An error code's entry: what a caller must know of it. */
export const codeSchema = z.strictObject({
  status: statusSchema,
  meaning: prose().meta({ description: 'What happened, in a sentence or two of Markdown' }),
  remediation: remediationSchema.meta({
    description: 'What to do: a sentence, or steps in order; Markdown',
  }),
  retry: retrySchema,
  message: plain().optional().meta({
    description: 'The default message, plain text; required where the envelope has a message',
  }),
  title: plain().optional().meta({ description: 'A short name, plain text' }),
  names: z.array(plain()).optional().meta({
    description: 'Other names of the same error, such as a symbolic name beside a number; not earlier spellings',
  }),
  severity: z.enum(SEVERITIES).optional().meta({ description: 'error, warning or info; error if left out' }),
  causes: z.array(prose()).optional().meta({ description: 'What leads to it, most likely first; Markdown' }),
  fault: z
    .enum(FAULTS)
    .optional()
    .meta({ description: 'caller, service or upstream; derived from the status if left out' }),
  unverified: z.array(z.enum(CONFIRMABLE)).optional().meta({
    description: "Which of status, message and retry the API's owner has not confirmed",
  }),
  effect: z.enum(EFFECTS).optional().meta({
    description: 'Whether the request was carried out: none, unknown or done; derived from the status if left out',
  }),
  envelope: plain().optional().meta({
    description: 'Another envelope than that of the domain: a name under `envelopes` of the API, or `none` for no body',
  }),
  fields: z.array(fieldSchema).optional().meta({ description: 'What this code adds to the envelope' }),
  example: overridesSchema.optional().meta({ description: 'Values for the example by JSON Pointer' }),
  examples: z.record(z.string(), overridesSchema).optional().meta({
    description: 'Several named examples, each with values by JSON Pointer',
  }),
  headers: z.record(headerName, codeHeaderSchema).optional().meta({ description: 'Headers that this code sends' }),
  operations: z
    .array(z.union([z.string().transform((operation): OperationEntry => ({ operation })), operationSchema]))
    .optional()
    .meta({
      description:
        'Endpoints or methods that return it; { operation, status, retry, meaning, remediation } where something differs there',
    }),
  states: z.array(plain()).optional().meta({ description: 'Lifecycle states of the API in which it occurs' }),
  related: z.array(plain()).optional().meta({ description: 'Codes that a reader may have meant or needs next' }),
  links: z
    .array(
      z.strictObject({
        title: plain().meta({ description: 'What the reader finds there' }),
        href: webAddress().meta({ description: 'Its address, with https://' }),
      }),
    )
    .optional()
    .meta({ description: 'Further reading' }),
  aliases: z
    .array(
      shortOr(
        plain().transform((code) => ({ code })),
        aliasSchema,
      ),
    )
    .optional()
    .meta({
      description: 'Other spellings under which the code was known; their addresses forward to this one',
    }),
  since: moment().optional().meta({ description: 'When the API began to send it, as a date or release' }),
  deprecated: endOfLifeSchema.optional().meta({ description: 'Deprecated: still sent, and planned to be removed' }),
  retired: endOfLifeSchema.optional().meta({ description: 'No longer sent; its page stays' }),
  reserved: z.boolean().optional().meta({ description: 'Set aside and not sent' }),
  visibility: z.enum(['public', 'internal']).optional().meta({
    description: 'internal: left out of every page, index and artifact',
  }),
  meta: z.record(z.string(), jsonSchema).optional().meta({
    description: 'Data of your own, such as a team or a runbook: in errors.json and on no page',
  }),
  waive: waiveSchema,
});

/** The required fields of an entry; while one is a known gap, the entry is read without it. */
export const FACTS = ['status', 'meaning', 'remediation', 'retry'] as const;

/** A code's entry once read: short forms spelled out. A fact is missing only where the baseline lists it. */
export type CodeEntry = Omit<z.infer<typeof codeSchema>, (typeof FACTS)[number]> &
  Partial<Pick<z.infer<typeof codeSchema>, (typeof FACTS)[number]>>;
export type Fault = (typeof FAULTS)[number];
export type Confirmable = (typeof CONFIRMABLE)[number];
export type Severity = (typeof SEVERITIES)[number];
export type Effect = (typeof EFFECTS)[number];
export type Overrides = z.infer<typeof overridesSchema>;
export type EndOfLife = z.infer<typeof endOfLifeSchema>;
