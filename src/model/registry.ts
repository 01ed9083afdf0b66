import { z } from 'zod';
import { changeSchema, VERSION_STEPS } from './change.ts';
import { GAPS } from './gaps.ts';
import { type GuideComponentName, isGuideComponent } from './guide.ts';
import { STATUS_FAMILIES } from './http.ts';
import { apiSchema } from './schema/api.ts';
import { approvalSchema } from './schema/approval.ts';
import { aliasSchema, codeSchema, operationSchema, overridesSchema } from './schema/code.ts';
import { domainSchema } from './schema/domain.ts';
import { guideSchema } from './schema/guide.ts';
import type { RetryPolicy } from './schema/retry.ts';
import { statusValueSchema } from './schema/status.ts';
import { day } from './schema/text.ts';

/*
 * A registry that passed its checks: whole, public (internal codes are left out), and plain data, so that it can be
 * written as JSON and read again. Its schemas are those of the files: what a code or an API says is carried over, field by
 * field, with its description; here is only what reading adds, fills in or leaves out. The order of keys is that of
 * `errors.json`.
 */

const address = z.string().meta({ description: 'Its part in the address of its page' });

const resolvedStatusSchema = z.strictObject({
  status: statusValueSchema.meta({ description: 'An HTTP status, or the name of another' }),
  title: z.string().meta({ description: 'The reason phrase, or the title that the API gives' }),
  family: z.enum(STATUS_FAMILIES).meta({ description: 'By the first digit' }),
  meaning: z.string().meta({ description: 'What the API says of it, as Markdown' }).optional(),
});

const { operation, status: _statusThere, ...otherwise } = operationSchema.shape;

const resolvedOperationSchema = z.strictObject({
  operation,
  statuses: z
    .array(resolvedStatusSchema)
    .optional()
    .meta({ description: 'The statuses there, where they are others than those of the code' }),
  ...otherwise,
});

const imageSchema = z.strictObject({
  name: z.string().meta({ description: 'The name of its file, with the ending' }),
  width: z.number().meta({ description: 'In pixels' }),
  height: z.number().meta({ description: 'In pixels' }),
});

/** One of several versions of an API. */
export const resolvedVersionSchema = z.strictObject({
  api: z.string().meta({ description: 'The id of the API that is this version' }),
  version: z.string().meta({ description: 'What that API calls it, such as v2' }),
  /** What changed between it and the API that names it; only of the versions right before and after that API. */
  changes: z.array(changeSchema).optional(),
});

export const resolvedAliasSchema = z.strictObject({ ...aliasSchema.shape, address });

const {
  status: _status,
  example: _example,
  examples: _examples,
  visibility: _visibility,
  waive: _waiveOfCode,
  title,
  message,
  meaning,
  remediation,
  retry,
  fault,
  unverified,
  effect,
  causes,
  envelope: ownEnvelope,
  fields,
  headers,
  operations: _operations,
  ...otherFields
} = codeSchema.required({
  fault: true,
  unverified: true,
  causes: true,
  fields: true,
  headers: true,
  operations: true,
  states: true,
  related: true,
  links: true,
  reserved: true,
}).shape;

export const resolvedCodeSchema = z.strictObject({
  code: z.string().meta({
    description: 'The code, exactly as it is sent; with its namespace and a dot before it where it has one',
  }),
  sent: z
    .strictObject({
      namespace: z.string().meta({ description: 'The namespace of its domain' }),
      code: z.string().meta({ description: 'The code, exactly as it is sent' }),
    })
    .optional()
    .meta({ description: 'How it is sent, where the same spelling may be another code in another namespace' }),
  address,
  domain: z.string().meta({ description: 'The id of its domain' }),
  title,
  statuses: z.array(resolvedStatusSchema).meta({
    description:
      'The statuses that it is sent with; the usual one first; none while that is a gap; single operations may have others',
  }),
  message,
  meaning,
  remediation,
  retry,
  fault: fault.meta({ description: 'Whose fault it is' }),
  unverified,
  effect: effect.meta({
    description: 'Whether the request was carried out; none where the code is not an HTTP response',
  }),
  causes,
  /** Missing where it is the domain's. */
  envelope: ownEnvelope,
  fields,
  headers,
  /** Values for each example by name; one without a name where the entry gives none. */
  examples: z.array(z.strictObject({ name: z.string(), overrides: overridesSchema })),
  operations: z
    .array(resolvedOperationSchema)
    .meta({ description: 'Endpoints or methods that return it, each with what differs there' }),
  ...otherFields,
  gaps: z.array(z.enum(GAPS)).optional().meta({
    description:
      "Facts that aren't documented yet: `meaning` and `remediation` say so, and `retry` is that of unknown codes",
  }),
  /** Other spellings; their addresses forward to this code's. */
  aliases: z.array(resolvedAliasSchema).meta({ description: 'Other spellings under which it was known' }),
  versions: z
    .array(
      z.strictObject({
        api: z.string().meta({ description: 'The id of another version of the API' }),
        code: z.string().meta({ description: 'What the code is called there' }),
      }),
    )
    .optional()
    .meta({ description: 'The same code in other versions of the API, the newest first' }),
  file: z.string().meta({ description: 'The file that holds the entry, in the folder of the registry' }),
  /** Known if the API has a `source`. */
  line: z.int().optional().meta({ description: 'The line of the entry in that file' }),
});

export const resolvedDomainSchema = z.strictObject({
  id: z.string().meta({ description: 'Its id' }),
  ...domainSchema.omit({ $schema: true, defaults: true, waive: true }).shape,
  envelope: z.string().meta({ description: 'The name of its envelope; none where its codes have no body' }).optional(),
  codes: z.array(z.string()).meta({ description: 'Its codes, in order' }),
});

/** A part of a guide's body: Markdown, or a component with its attributes. */
const guidePartSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('markdown'), markdown: z.string() }),
  /** The depth of the first level below the title is 2. */
  z.strictObject({ kind: z.literal('heading'), depth: z.int(), markdown: z.string() }),
  z.strictObject({ kind: z.literal('program'), language: z.string(), text: z.string() }),
  z.strictObject({
    kind: z.literal('component'),
    name: z.custom<GuideComponentName>((name) => typeof name === 'string' && isGuideComponent(name)),
    attributes: z.record(z.string(), z.string()),
  }),
]);

export const resolvedGuideSchema = z.strictObject({
  id: z.string(),
  ...guideSchema.omit({ order: true }).shape,
  /** Its body; missing if only a release of the API is known. */
  parts: z.array(guidePartSchema).optional(),
});

/** A published state of an API: what changed with it. */
export const resolvedReleaseSchema = z.strictObject({
  /** Such as `2026-12`; also the fragment of its section on the page of changes. */
  name: z.string(),
  date: day(),
  /** The first release of an API says what there is; nothing changed with it. */
  first: z.boolean(),
  /** How many public codes there are with it. */
  codes: z.int(),
  step: z.enum(VERSION_STEPS),
  /** Without what concerns codes that are internal now. */
  changes: z.array(changeSchema),
  /** The breaking changes among them that the team had approved. */
  approved: z.array(approvalSchema),
});

const {
  $schema: _schema,
  envelope: _envelope,
  domains: _domains,
  statuses: _statuses,
  waive: _waive,
  title: apiTitle,
  summary,
  version,
  previousVersion,
  baseUrl,
  source,
  feedback,
  codeStyle,
  envelopes,
  ...otherParts
} = apiSchema.required({ languages: true, envelopes: true, states: true, scopes: true, limits: true }).shape;

export const resolvedApiSchema = z.strictObject({
  /** The folder's name, and the first part of its addresses. */
  id: z.string().meta({ description: 'The id of the API' }),
  title: apiTitle.meta({
    description: 'Its name on the site, which ends with the version where the registry has several versions of the API',
  }),
  summary,
  version,
  previousVersion,
  versions: z
    .array(resolvedVersionSchema)
    .meta({ description: 'All versions of the API, the newest first; none where the registry has one' }),
  baseUrl,
  /** With a slash at the end. */
  source,
  feedback,
  codeStyle,
  sendsCodes: z.boolean().meta({ description: 'false where entries are identified by status and message' }),
  /** An API with one envelope has it under `default`. */
  envelopes: envelopes.meta({ description: 'The shapes of error responses, by name' }),
  domains: z.array(resolvedDomainSchema).meta({ description: 'The groups of codes, in order' }),
  codes: z.array(resolvedCodeSchema).meta({ description: 'Every public code, in the order of the domains' }),
  /** Those that codes have and those that the API declares, names last. */
  statuses: z.array(resolvedStatusSchema).meta({ description: 'The statuses in use, ascending' }),
  ...otherParts,
  guides: z.array(resolvedGuideSchema),
  images: z.array(imageSchema).meta({ description: 'The images that prose may show' }),
  /** The published states of the API, newest first. */
  releases: z.array(resolvedReleaseSchema),
});

export type Status = z.infer<typeof resolvedStatusSchema>;
export type Alias = z.infer<typeof resolvedAliasSchema>;
export type Code = z.infer<typeof resolvedCodeSchema>;
export type Domain = z.infer<typeof resolvedDomainSchema>;
export type Guide = z.infer<typeof resolvedGuideSchema>;
export type GuidePart = z.infer<typeof guidePartSchema>;
export type Image = z.infer<typeof imageSchema>;
export type Release = z.infer<typeof resolvedReleaseSchema>;

/** What retry policies are called, where a team has configured it. */
export type RetryLabels = Readonly<Partial<Record<RetryPolicy, string>>>;

/** An API. The labels come from the configuration; `file` is that of the API itself, in the folder of the registry, if it was read from one. */
export type Api = z.infer<typeof resolvedApiSchema> & {
  retryLabels?: RetryLabels | undefined;
  file?: string | undefined;
};

/** A code and the API that it belongs to. */
export interface CodeOfApi {
  api: Api;
  code: Code;
}

/** All APIs and what their pages need. */
export interface Registry {
  apis: Api[];
  /** The bodies of all guides by `api/guide`, in MDX: exactly what was checked, so that nothing else is compiled. */
  guideBodies: Record<string, string>;
  /** The bytes of all images by `api/name`, as base64. */
  images: Record<string, string>;
}

/** How many codes some APIs have together. */
export function countOfCodes(apis: readonly Pick<Api, 'codes'>[]): number {
  return apis.reduce((sum, { codes }) => sum + codes.length, 0);
}

/** The same registry, with what a team calls retry policies. */
export function withRetryLabels(registry: Registry, retryLabels: RetryLabels | undefined): Registry {
  return retryLabels ? { ...registry, apis: registry.apis.map((api) => ({ ...api, retryLabels })) } : registry;
}
