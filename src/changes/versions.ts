import type { Api, Code } from '../model/registry.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { pairCodes } from './codes.ts';
import { compareVersions } from './compare.ts';

/** An API as it is published, and as it is compared. */
export interface VersionSource {
  api: Api;
  snapshot: Snapshot;
}

/**
 * The APIs of a registry, where some are versions of the same one: each names the others, its codes what they are called there,
 * and its title says which version it is. Takes chains without branches and circles, as the check asks for.
 */
export function withVersions(sources: readonly VersionSource[]): Api[] {
  const chains = sources.filter((it) => !sources.some((other) => isNext(other, it))).map((it) => chainTo(it, sources));
  return chains.flatMap((chain) => (chain.length > 1 ? linked(chain) : chain.map(({ api }) => api)));
}

function isNext(newer: VersionSource, { api }: VersionSource): boolean {
  return newer.api.previousVersion === api.id;
}

/** All versions of an API, from its newest one back. */
function chainTo(newest: VersionSource, sources: readonly VersionSource[]): VersionSource[] {
  const chain = [newest];
  let it: VersionSource | undefined = newest;
  while (it) {
    const newer: VersionSource = it;
    it = sources.find((older) => isNext(newer, older));
    if (it) chain.push(it);
  }
  return chain;
}

function linked(chain: readonly VersionSource[]): Api[] {
  const steps = chain.slice(1).map((older, place) => stepBetween(older, chain[place] ?? older));
  return chain.map(({ api }, place) => ({
    ...api,
    title: titleWithVersion(api),
    versions: chain.map((other, at) => {
      const step = Math.abs(at - place) === 1 ? steps[Math.min(at, place)] : undefined;
      return { api: other.api.id, version: nameOf(other.api), ...(step && { changes: step.changes }) };
    }),
    codes: api.codes.map((code) => ({ ...code, versions: elsewhere(code, place, chain, steps) })),
  }));
}

/** What lies between two versions, one right after the other. */
interface Step {
  changes: ReturnType<typeof compareVersions>;
  newerOf: ReadonlyMap<string, string>;
  olderOf: ReadonlyMap<string, string>;
}

function stepBetween({ snapshot: before }: VersionSource, { snapshot: after }: VersionSource): Step {
  const pairs = pairCodes(before, after).codes.map((it): [string, string] => [it.before.code, it.after.code]);
  return {
    changes: compareVersions(before, after),
    newerOf: new Map(pairs),
    olderOf: new Map(pairs.map(([older, newer]) => [newer, older])),
  };
}

/** A code of the version at `place` in all others that have it, found from version to version. */
function elsewhere(
  { code }: Code,
  place: number,
  chain: readonly VersionSource[],
  steps: readonly Step[],
): NonNullable<Code['versions']> {
  const follow = (places: readonly number[], next: (place: number, code: string) => string | undefined) => {
    let name: string | undefined = code;
    return places.flatMap((at) => {
      name = name === undefined ? undefined : next(at, name);
      const api = chain[at]?.api.id;
      return name === undefined || api === undefined ? [] : [{ api, code: name }];
    });
  };
  const places = [...chain.keys()];
  const newer = follow(places.slice(0, place).reverse(), (at, name) => steps[at]?.newerOf.get(name));
  const older = follow(places.slice(place + 1), (at, name) => steps[at - 1]?.olderOf.get(name));
  return [...newer.reverse(), ...older];
}

/** What a version is called; the check asks for a name. */
function nameOf({ id, version = id }: Api): string {
  return version;
}

/** The title of one version, which says its name once. */
function titleWithVersion(api: Api): string {
  const name = nameOf(api);
  return api.title.split(/[\s()[\],]+/).includes(name) ? api.title : `${api.title} ${name}`;
}
