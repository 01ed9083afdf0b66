import { withId } from '../model/names.ts';
import type { Api, Domain, Guide } from '../model/registry.ts';
import { isSame } from '../model/same.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { type BodyPair, pairBodies, unusedEnvelopes } from './bodies.ts';
import { type CodePair, type CodePairs, pairCodes } from './codes.ts';
import { Subjects } from './subjects.ts';

/** Two states of one API. */
interface SnapshotPair {
  before: Snapshot;
  after: Snapshot;
}

/** The APIs of two registries. */
export interface RegistryPair {
  removed: Snapshot[];
  added: Snapshot[];
  /** The same API under another id: most of its codes are the same. */
  renamed: SnapshotPair[];
}

/** Two states of one API, with all that rules would look up again and again. */
export interface ApiPair extends CodePairs {
  before: Api;
  after: Api;
  /** Those of `codes` whose entries differ in anything. */
  changed: CodePair[];
  /** Domains that are in both; the id may have changed where most codes have moved along. */
  domains: { before: Domain; after: Domain }[];
  /** Guides that are in both; the id may have changed where the earlier one is an alias now. */
  guides: { before: Guide; after: Guide }[];
  /** Domains before that have no codes and so no page now, and those that had none before. */
  goneDomains: Domain[];
  newDomains: Domain[];
  /** The bodies of responses: each envelope that is in use once, then what each code adds to its own. */
  bodies: BodyPair[];
  /** Names of envelopes with which no code answers. */
  unused: string[];
  /** False for a side of which files could not be read, so that what seems to be missing may be there. */
  whole: { before: boolean; after: boolean };
  /** Both states are published at once, as versions of the API: no address goes from one to the other. */
  areVersions: boolean;
  /** The spelling after of a code before. */
  nameAfter(code: string): string;
  /** References to codes as they read after: without those to codes that are gone, whose loss is a change by itself. */
  referencesAfter(codes: readonly string[]): string[];
}

/** Pairs the APIs of two registries by id, then by what they hold. */
export function pairRegistries(
  before: readonly Snapshot[],
  after: readonly Snapshot[],
): RegistryPair & { apis: ApiPair[] } {
  const was = new Map(before.map((it) => [it.api.id, it]));
  const kept = after.flatMap((it) => {
    const old = was.get(it.api.id);
    return old ? [{ before: old, after: it }] : [];
  });
  const known = new Set(kept.map((it) => it.after.api.id));
  const added = new Set(after.filter(({ api }) => !known.has(api.id)));
  const removed: Snapshot[] = [];
  const renamed: SnapshotPair[] = [];
  for (const old of before.filter(({ api }) => !known.has(api.id))) {
    const successor = successorOf(old.api, added);
    if (successor) renamed.push({ before: old, after: successor });
    else removed.push(old);
    if (successor) added.delete(successor);
  }
  return { removed, added: [...added], renamed, apis: [...kept, ...renamed].map(pairApis) };
}

/** The new API that has most codes of an old one, with what they meant: more than half of all codes of either. */
function successorOf(old: Api, added: Iterable<Snapshot>): Snapshot | undefined {
  const codes = new Map(old.codes.map((code) => [code.code, code]));
  const candidates = [...added].map((snapshot) => {
    const { codes: others } = snapshot.api;
    const subjects = new Subjects(old.codes, others);
    const common = others.filter((it) => {
      const before = codes.get(it.code);
      return before && !subjects.differ(before, it);
    }).length;
    return { snapshot, share: common / Math.max(codes.size, others.length, 1) };
  });
  return candidates.sort((a, b) => b.share - a.share).find(({ share }) => share > 0.5)?.snapshot;
}

/** Two states of one API, whatever its id in each. */
export function pairApis(pair: SnapshotPair): ApiPair {
  const { before, after } = comparable(pair);
  const codes = pairCodes(before, after);
  const changed = codes.codes.filter((it) => !isSame(it.before, it.after));
  const spellings = new Map(codes.renamed.map((it) => [it.before.code, it.after.code]));
  const nameAfter = (code: string) => spellings.get(code) ?? code;
  const lost = new Set([...codes.internal, ...codes.removed.map(({ code }) => code)]);
  return {
    ...codes,
    before: before.api,
    after: after.api,
    changed,
    domains: pairDomains(before.api, after.api, codes.codes),
    guides: pairGuides(before.api, after.api),
    goneDomains: missing(before, after),
    newDomains: missing(after, before),
    bodies: pairBodies(before.api, after.api, codes.codes, new Set(changed)),
    unused: unusedEnvelopes(before.api, after.api),
    whole: { before: before.whole, after: after.whole },
    areVersions: false,
    nameAfter,
    referencesAfter: (list) => list.filter((code) => !lost.has(code)).map(nameAfter),
  };
}

/** Pairs domains by id, then those to which more than half of the codes of a domain that is gone have moved. */
function pairDomains(before: Api, after: Api, codes: readonly CodePair[]): ApiPair['domains'] {
  const is = new Map(after.domains.map((domain) => [domain.id, domain]));
  const was = new Set(before.domains.map(({ id }) => id));
  const moved = Map.groupBy(codes, (it) => it.before.domain);
  return before.domains.flatMap((domain) => {
    const same = is.get(domain.id);
    if (same) return [{ before: domain, after: same }];
    const targets = Map.groupBy(moved.get(domain.id) ?? [], (it) => it.after.domain);
    const [to] = [...targets].find(([, { length }]) => length * 2 > domain.codes.length) ?? [];
    const successor = to === undefined || was.has(to) ? undefined : is.get(to);
    // of two domains that became one, the first counts as the one that was renamed
    if (successor) was.add(successor.id);
    return successor ? [{ before: domain, after: successor }] : [];
  });
}

/** Pairs guides by id, then by alias; of two guides that became one, the first counts as the one that was renamed. */
function pairGuides(before: Api, after: Api): ApiPair['guides'] {
  const paired = new Set(before.guides.map(({ id }) => id));
  return before.guides.flatMap((guide) => {
    const is = withId(guide.id, after.guides);
    if (!is || (is.id !== guide.id && paired.has(is.id))) return [];
    paired.add(is.id);
    return [{ before: guide, after: is }];
  });
}

/** Domains that one side has and the other has not, as far as its files can be read. */
function missing(side: Snapshot, other: Snapshot): Domain[] {
  if (!other.whole) return [];
  const known = new Set(other.api.domains.map(({ id }) => id));
  const unread = new Set(other.unread);
  return side.api.domains.filter(({ id, codes }) => !known.has(id) && !codes.some((code) => unread.has(code)));
}

/** Where the file of an API could not be read on one side, what the other side says of the API stands for both. */
function comparable({ before, after }: SnapshotPair): SnapshotPair {
  if (after.codesAlone) return { before, after: { ...after, api: withApiOf(before.api, after.api) } };
  return before.codesAlone
    ? { before: { ...before, api: withApiOf(after.api, before.api) }, after }
    : { before, after };
}

function withApiOf(known: Api, { id, codes, guides, domains }: Api): Api {
  const own = new Map(domains.map((domain) => [domain.id, domain]));
  const ordered = new Set([...known.domains.map((it) => it.id), ...own.keys()]);
  const envelopes = new Map(known.domains.map((it) => [it.id, it.envelope]));
  const usual = known.domains[0]?.envelope;
  return {
    ...known,
    id,
    codes,
    guides,
    domains: [...ordered].flatMap((name) => {
      const domain = own.get(name);
      return domain ? [{ ...domain, envelope: envelopes.has(name) ? envelopes.get(name) : usual }] : [];
    }),
  };
}
