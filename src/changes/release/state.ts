import type { ApiDraft, DomainDraft } from '../../load/index.ts';
import { emptyDocument, resolveApi } from '../../load/index.ts';
import { append } from '../../model/append.ts';
import type { Api, Code, Domain } from '../../model/registry.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { ReleasedApi, ReleasedCode, ReleasedDomain, ReleaseEntry } from './form.ts';

/** A code that is not public any more, as it was when it last was. */
export interface Tombstone {
  entry: ReleasedCode;
  /** The release with which it went. */
  release: string;
}

/** The public state of an API with a release: what the releases up to it say, put together. */
export interface State {
  /** The API's folder. */
  id: string;
  api: ReleasedApi;
  domains: ReadonlyMap<string, ReleasedDomain>;
  codes: ReadonlyMap<string, ReleasedCode>;
  tombstones: ReadonlyMap<string, Tombstone>;
}

/** The parts of two states that differ, in the form in which a release holds them. */
export type Entries = ReleaseEntry['entries'];

/** What releases come to, one after the other. */
export interface Replayed {
  /** Undefined where there is no release, or where they do not fit together into a state. */
  state: State | undefined;
  /** For each code that was ever public, the first release that has it. */
  firstWith: ReadonlyMap<string, string>;
  /** How many codes there are with each release. */
  counts: readonly number[];
}

/** Puts releases together, oldest first. */
export function replay(releases: readonly ReleaseEntry[]): Replayed {
  const domains = new Map<string, ReleasedDomain>();
  const codes = new Map<string, ReleasedCode>();
  const tombstones = new Map<string, Tombstone>();
  const firstWith = new Map<string, string>();
  const counts: number[] = [];
  for (const { name, entries } of releases) {
    for (const domain of entries.domains ?? []) domains.set(domain.id, domain);
    for (const entry of entries.codes ?? []) {
      codes.set(entry.code, entry);
      tombstones.delete(entry.code);
      if (!firstWith.has(entry.code)) firstWith.set(entry.code, name);
    }
    for (const code of entries.gone ?? []) {
      const entry = codes.get(code);
      if (entry) tombstones.set(code, { entry, release: name });
      codes.delete(code);
    }
    counts.push(codes.size);
  }
  const id = releases.at(-1)?.api ?? '';
  const api = releases.findLast(({ entries }) => entries.api)?.entries.api;
  const kept = new Set(api?.domains);
  for (const domain of [...domains.keys()]) if (!kept.has(domain)) domains.delete(domain);
  const state = api && isWhole(kept, domains, codes) ? { id, api, domains, codes, tombstones } : undefined;
  return { state, firstWith, counts };
}

/** Each domain that the API names is there, and lists codes that are there, and no code is in none. */
function isWhole(kept: ReadonlySet<string>, domains: State['domains'], codes: State['codes']): boolean {
  const listed = [...domains.values()].flatMap((domain) => domain.codes);
  return kept.size === domains.size && listed.length === codes.size && listed.every((code) => codes.has(code));
}

/** The state of an API as it stands in its files now; tombstones are what the releases know. */
export function stateOf({ api }: Snapshot, before: State | undefined): State {
  const codes = new Map(api.codes.map((code) => [code.code, releasedCode(code)]));
  return {
    id: api.id,
    api: releasedApi(api),
    domains: new Map(api.domains.map((domain) => [domain.id, releasedDomain(domain)])),
    codes,
    tombstones: before?.tombstones ?? new Map(),
  };
}

/** What must be said to come from one state to the next; nothing of what is the same in both. */
export function entriesBetween(before: State | undefined, after: State): Entries {
  const domains = [...after.domains.values()].filter((it) => !isSameText(it, before?.domains.get(it.id)));
  const codes = [...after.codes.values()].filter((it) => !isSameText(it, before?.codes.get(it.code)));
  const gone = [...(before?.codes.keys() ?? [])].filter((code) => !after.codes.has(code));
  return {
    ...(!isSameText(after.api, before?.api) && { api: after.api }),
    ...(domains.length > 0 && { domains }),
    ...(codes.length > 0 && { codes }),
    ...(gone.length > 0 && { gone }),
  };
}

/** Another order of keys is another text, which a release writes down; `isSame` of the model takes no notice of it. */
function isSameText(a: object, b: object | undefined): boolean {
  return b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

/**
 * A state as a side of a comparison. `revived` names tombstones that count as if they were still there: codes that have
 * come back under another meaning.
 */
export function snapshotOf(state: State, revived: ReadonlySet<string> = new Set()): Snapshot {
  const draft = draftOf(state);
  const back = [...revived].flatMap((code) => state.tombstones.get(code)?.entry ?? []);
  const [first] = draft.domains;
  if (first)
    append(
      first.codes,
      back.map((entry) => ({ code: entry.code, domain: first, entry })),
    );
  return { api: resolveApi(draft), internal: [], unread: [], whole: true, codesAlone: false };
}

function draftOf(state: State): ApiDraft {
  const document = emptyDocument('');
  const { guides, ...entry } = state.api;
  return {
    id: state.id,
    document,
    entry,
    domains: state.api.domains.map((id): DomainDraft => {
      const { codes, ...rest } = state.domains.get(id)!;
      const domain: DomainDraft = { id, document, entry: rest, codes: [] };
      append(
        domain.codes,
        codes.map((code) => ({ code, domain, entry: state.codes.get(code)! })),
      );
      return domain;
    }),
    guides: guides.map(({ id, ...guide }) => ({
      id,
      document: { ...document, body: '', parts: [], components: [], inlineCode: [], links: [], images: [], code: [] },
      entry: guide,
    })),
    releases: [],
    damaged: false,
  };
}

function releasedApi(api: Api): ReleasedApi {
  const declared = api.statuses.flatMap(({ status, title, meaning }) =>
    meaning === undefined ? [] : [[status, { title, meaning }] as const],
  );
  return {
    title: api.title,
    summary: api.summary,
    version: api.version,
    baseUrl: api.baseUrl,
    support: api.support,
    domains: api.domains.map(({ id }) => id),
    statuses: declared.length > 0 ? Object.fromEntries(declared) : undefined,
    envelopes: filled(api.envelopes),
    unknownCodes: api.unknownCodes,
    states: filled(api.states),
    scopes: filled(api.scopes),
    limits: listed(api.limits),
    guides: api.guides.map(({ id, title, summary }) => ({ id, title, summary })),
  };
}

function releasedDomain({ id, title, summary, envelope = 'none', codes }: Domain): ReleasedDomain {
  return { id, title, summary, envelope, codes };
}

function releasedCode(code: Code): ReleasedCode {
  const [example, ...more] = code.examples;
  const named = more.length > 0 || example?.name !== '';
  return {
    code: code.code,
    status: code.statuses.map(({ status }) => status),
    meaning: code.meaning,
    remediation: code.remediation,
    retry: code.retry,
    message: code.message,
    title: code.title,
    causes: listed(code.causes),
    fault: code.fault,
    fields: listed(code.fields),
    example: named ? undefined : filled(example.overrides),
    examples: named ? Object.fromEntries(code.examples.map(({ name, overrides }) => [name, overrides])) : undefined,
    headers: filled(code.headers),
    operations: listed(code.operations),
    states: listed(code.states),
    related: listed(code.related),
    links: listed(code.links),
    aliases: listed(code.aliases.map(({ address: _address, ...alias }) => alias)),
    since: code.since,
    deprecated: code.deprecated,
    retired: code.retired,
    reserved: code.reserved || undefined,
  };
}

/** A list or mapping; undefined where it is empty, for then it says nothing. */
function listed<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function filled<T extends object>(mapping: T): T | undefined {
  return Object.keys(mapping).length > 0 ? mapping : undefined;
}
