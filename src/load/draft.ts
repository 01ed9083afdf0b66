import { idOf } from '../model/namespace.ts';
import { oncePer } from '../model/once.ts';
import type { ApiEntry } from '../model/schema/api.ts';
import type { ApprovalsEntry } from '../model/schema/approval.ts';
import type { BaselineEntry } from '../model/schema/baseline.ts';
import type { CodeEntry } from '../model/schema/code.ts';
import type { DomainEntry } from '../model/schema/domain.ts';
import type { GuideEntry } from '../model/schema/guide.ts';
import type { Document, Path, Place } from './source/document.ts';
import type { Image } from './source/image.ts';
import type { GuideDocument } from './source/mdx.ts';

/*
 * A registry as it was read, whole or not: a field that its schema refused is missing here (and has its diagnostic),
 * so that every other check still sees the rest.
 */

export interface ApiDraft {
  id: string;
  document: Document;
  entry: Partial<ApiEntry>;
  domains: DomainDraft[];
  guides: GuideDraft[];
  images: Image[];
  /** The file of approvals, where there is one. */
  approvals?: { document: Document; entry: Partial<ApprovalsEntry> } | undefined;
  /** The file of known gaps, where there is one. */
  baseline?: { document: Document; entry: Partial<BaselineEntry> } | undefined;
  /** The files under `releases/`, unread but for their format. */
  releases: ReleaseFile[];
  /** A file of this API could not be read whole, so what seems to be missing may only be unread. */
  damaged: boolean;
}

export interface DomainDraft {
  id: string;
  document: Document;
  entry: Partial<Omit<DomainEntry, 'codes'>>;
  codes: CodeDraft[];
}

export interface CodeDraft {
  /** Its name: with the namespace of its domain. */
  code: string;
  /** As it is written in its file, and sent. */
  spelling: string;
  domain: DomainDraft;
  entry: Partial<CodeEntry>;
  /** The fields that the entry has from the defaults of its domain. */
  inherited: readonly string[];
  /** The required fields that the entry does not have. */
  missing: readonly string[];
  /** The entry where nothing in it is refused, and nothing is missing but known gaps. */
  whole: CodeEntry | undefined;
}

export interface GuideDraft {
  id: string;
  document: GuideDocument;
  entry: Partial<GuideEntry>;
}

export interface ReleaseFile {
  /** The file's name without its ending. */
  name: string;
  document: Document;
  /** The file could not be taken at all, which has its diagnostic. */
  lost: boolean;
}

/**
 * True where an entry has one of these fields and its schema refused it, so that a rule cannot know what it says.
 * Such a field has its diagnostic; nothing more is to be said of what follows from it.
 */
export function isRefused(draft: ApiDraft | DomainDraft | CodeDraft, ...fields: string[]): boolean {
  const written = 'code' in draft ? writtenOf(draft) : draft.document.value;
  if (typeof written !== 'object' || written === null) return true;
  const { entry } = draft;
  return fields.some((field) => Object.hasOwn(written, field) && !Object.hasOwn(entry, field));
}

/** A code's entry as it is in its file. */
function writtenOf({ domain, spelling }: CodeDraft): unknown {
  return (domain.document.value as { codes: Record<string, unknown> }).codes[spelling];
}

/** Every code of an API that was read, in the order of its domains. */
export const codesOf = oncePer((api: ApiDraft): readonly CodeDraft[] => api.domains.flatMap(({ codes }) => codes));

/** Each alias of an API with the code that has it. */
export const aliasOwners = oncePer(
  (api: ApiDraft): ReadonlyMap<string, string> =>
    new Map(codesOf(api).flatMap(({ code, entry }) => entry.aliases?.map((alias) => [alias.code, code]) ?? [])),
);

/** The name of the code in whose entry a place is; undefined for every other place. */
export function codeAt(api: ApiDraft): (at: Place) => string | undefined {
  const namespaces = new Map(api.domains.map(({ document, entry }) => [document.path, entry.namespace]));
  return (at) => {
    const path = 'path' in at ? at.path : at.of;
    if (path?.[0] !== 'codes' || path[1] === undefined) return undefined;
    return idOf(namespaces.get(at.document.path), String(path[1]));
  };
}

/** The place of a code's spelling. */
export function keyOf({ domain, spelling }: CodeDraft): Place {
  return { document: domain.document, path: ['codes', spelling], part: 'key' };
}

/** The place of a value inside a code's entry, or in its domain's defaults; of a short form where it stands for the long one. */
export function partOf(draft: CodeDraft, ...path: Path): Place {
  const { domain, spelling, inherited } = draft;
  const { document } = domain;
  if (inherited.includes(String(path[0]))) {
    return { document, path: ['defaults', ...path], part: 'value', inheritedBy: keyOf(draft) };
  }
  return { document, path: ['codes', spelling, ...path], part: 'value' };
}

/** What an entry says itself, without the defaults of its domain. */
export function ownEntry({ entry, inherited }: CodeDraft): Partial<CodeEntry> {
  if (inherited.length === 0) return entry;
  return Object.fromEntries(Object.entries(entry).filter(([field]) => !inherited.includes(field)));
}
