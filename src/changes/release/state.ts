import { effectOfStatuses } from '../../model/effect.ts';
import type { Gap } from '../../model/gaps.ts';
import type { Api, Code, Domain } from '../../model/registry.ts';
import { type CodeSource, resolveApi } from '../../model/resolve.ts';
import { inKeyOrder } from '../../model/schema/key-order.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import {
  type ReleasedApi,
  type ReleasedCode,
  type ReleasedDomain,
  type ReleaseEntry,
  releasedApiSchema,
  releasedCodeSchema,
} from './form.ts';

/** A code that is no longer public, as it last was. */
interface Tombstone {
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

/** The state of an API as it is in its files now; tombstones are what the releases know. */
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
export function snapshotOfState(state: State, revived: ReadonlySet<string> = new Set()): Snapshot {
  const { guides, ...about } = state.api;
  const back = [...revived].flatMap((code) => state.tombstones.get(code)?.entry ?? []);
  const domains = about.domains.flatMap((id, i) => {
    const domain = state.domains.get(id);
    if (!domain) return [];
    const { codes, id: _id, ...entry } = domain;
    const released = codes.flatMap((code) => state.codes.get(code) ?? []);
    return [{ id, entry, codes: (i === 0 ? [...released, ...back] : released).map(codeSource) }];
  });
  const api = resolveApi({ id: state.id, entry: { codeStyle: 'any', ...about }, domains, guides });
  return { api, internal: [], unread: [], whole: true, codesAlone: false };
}

function codeSource({ code, ...entry }: ReleasedCode): CodeSource {
  return { code, entry, file: '' };
}

const API_KEYS = inKeyOrder(releasedApiSchema);
const CODE_KEYS = inKeyOrder(releasedCodeSchema);

function releasedApi(api: Api): ReleasedApi {
  const { id: _id, source: _source, feedback: _feedback, codeStyle: _style, ...rest } = api;
  const { sendsCodes: _sends, images: _images, codes: _codes, releases: _releases, ...said } = rest;
  const declared = api.statuses.flatMap(({ status, title, meaning }) =>
    meaning === undefined ? [] : [[status, { title, meaning }] as const],
  );
  return withoutEmpty<ReleasedApi>(
    {
      ...API_KEYS,
      ...said,
      domains: api.domains.map(({ id }) => id),
      guides: api.guides.map(({ parts: _, ...guide }) => guide),
      statuses: Object.fromEntries(declared),
    },
    ['domains', 'guides'],
  );
}

function releasedDomain(domain: Domain): ReleasedDomain {
  return { ...domain, envelope: domain.envelope ?? 'none' };
}

function releasedCode(code: Code): ReleasedCode {
  const {
    sent: _sent,
    address: _address,
    domain: _domain,
    file: _file,
    line: _line,
    statuses,
    examples,
    gaps,
    ...said
  } = code;
  const isGap = (fact: Gap) => gaps?.includes(fact) ?? false;
  const [example, ...more] = examples;
  const named = more.length > 0 || example?.name !== '';
  return withoutEmpty<ReleasedCode>({
    ...CODE_KEYS,
    ...said,
    status: statuses.map(({ status }) => status),
    meaning: isGap('meaning') ? undefined : said.meaning,
    remediation: isGap('remediation') ? undefined : said.remediation,
    retry: isGap('retry') ? undefined : said.retry,
    fault: isGap('fault') ? undefined : said.fault,
    // what follows from the status is not said a second time
    effect: said.effect === effectOfStatuses(statuses.map(({ status }) => status)) ? undefined : said.effect,
    example: named ? undefined : example.overrides,
    examples: named ? Object.fromEntries(examples.map(({ name, overrides }) => [name, overrides])) : undefined,
    operations: code.operations.map(({ operation, statuses: there, ...it }) => ({
      operation,
      ...(there && { status: there.map(({ status }) => status) }),
      ...it,
    })),
    aliases: code.aliases.map(({ address: _, ...alias }) => alias),
    reserved: code.reserved || undefined,
  });
}

/** Empty lists and mappings say nothing, and are left out; but for those that there always are. */
function withoutEmpty<T extends object>(said: T, kept: readonly string[] = []): T {
  const rest = { ...said };
  for (const [key, value] of Object.entries(rest)) {
    const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
    if (isEmpty && !kept.includes(key)) Reflect.set(rest, key, undefined);
  }
  return rest;
}
