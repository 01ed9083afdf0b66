import { z } from 'zod';
import { changeSchema } from '../../model/change.ts';
import { resolvedDomainSchema, resolvedGuideSchema, resolvedReleaseSchema } from '../../model/registry.ts';
import { apiSchema } from '../../model/schema/api.ts';
import { codeSchema } from '../../model/schema/code.ts';
import { id } from '../../model/schema/text.ts';

/** The version of the form of release files; another one is refused, never guessed at. */
export const RELEASE_FORMAT = 'errorbook-release/1';

/** A change as people and the page of changes read it. */
export const releasedChangeSchema = changeSchema.omit({ api: true, fix: true });

/** A code's entry in its long forms, with its spelling; its domain is the one that lists it. */
export const releasedCodeSchema = z.strictObject({
  code: z.string(),
  ...codeSchema
    .omit({ visibility: true, waive: true })
    .partial({ status: true, meaning: true, remediation: true, retry: true }).shape,
});

/** A domain with its public codes by their spelling, in order. Its envelope is `none` where its codes have no body. */
const releasedDomainSchema = resolvedDomainSchema.extend({ id: id() });

/** What the API's file says in public, its domains in order, and its guides. */
export const releasedApiSchema = apiSchema
  .omit({ $schema: true, source: true, feedback: true, codeStyle: true, envelope: true, waive: true })
  .extend({ domains: z.array(id()), guides: z.array(resolvedGuideSchema.extend({ id: id() })) });

const { name, date, step, approved } = resolvedReleaseSchema.shape;

/**
 * A release of an API: a file that is written once. `changes` and `approved` are for people; `entries` holds whole each
 * part that the release touches, so that the state after it is the state before with these parts in their places.
 */
export const releaseSchema = z.strictObject({
  format: z.literal(RELEASE_FORMAT),
  /** The API's folder when it was released. */
  api: id(),
  name,
  date,
  /** The release that it follows; null for the first of an API. */
  previous: z.string().nullable(),
  step,
  changes: z.array(releasedChangeSchema),
  approved,
  entries: z.strictObject({
    api: releasedApiSchema.optional(),
    domains: z.array(releasedDomainSchema).optional(),
    codes: z.array(releasedCodeSchema).optional(),
    /** Codes that were public before and no longer are. */
    gone: z.array(z.string()).optional(),
  }),
  /** Of all the rest and the previous release's checksum. */
  checksum: z.string(),
});

export type ReleaseEntry = z.infer<typeof releaseSchema>;
export type ReleasedCode = z.infer<typeof releasedCodeSchema>;
export type ReleasedDomain = z.infer<typeof releasedDomainSchema>;
export type ReleasedApi = z.infer<typeof releasedApiSchema>;
