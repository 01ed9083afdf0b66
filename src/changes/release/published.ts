import { type ApiDraft, codesOf } from '../../load/index.ts';
import { mentionsOf } from '../../model/mention.ts';
import type { Api, Release } from '../../model/registry.ts';
import type { ReleaseFacts } from './facts.ts';

/** An API with what its releases add: the releases themselves, and since when there are codes that do not say so. */
export function withReleases({ draft, snapshot, history }: ReleaseFacts): Api {
  const { api } = snapshot();
  const { releases, firstWith, counts } = history();
  if (releases.length === 0) return api;
  const isPublic = publicOnly(internalNamesOf(draft));
  return {
    ...api,
    codes: api.codes.map((code) => ({ ...code, since: code.since ?? firstWith.get(code.code) })),
    releases: releases
      .map(({ name, date, previous, step, changes, approved }, i): Release => {
        return {
          name,
          date,
          first: previous === null,
          codes: counts[i] ?? 0,
          step,
          changes: changes.map((change) => ({ api: api.id, ...change })).filter(isPublic),
          approved: approved.filter(isPublic),
        };
      })
      .reverse(),
  };
}

/** Internal codes and their aliases. */
function internalNamesOf(draft: ApiDraft): string[] {
  const internal = codesOf(draft).filter(({ entry }) => entry.visibility === 'internal');
  return internal.flatMap(({ code, entry }) => [code, ...(entry.aliases ?? []).map((alias) => alias.code)]);
}

/** Tells what says nothing of these names: no value of it is one of them or names one. */
function publicOnly(names: readonly string[]): (said: object) => boolean {
  const named = mentionsOf(names);
  return (said) => !named || !Object.values(said).some((text) => typeof text === 'string' && named(text).length > 0);
}
