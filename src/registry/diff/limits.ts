import type { Limit } from '../schema/api.ts';
import type { ApiPair } from './pair.ts';

/** The limits of two states of an API. */
export interface LimitPairs {
  kept: { before: Limit; after: Limit }[];
  removed: Limit[];
  added: Limit[];
}

/** Pairs limits by what they count, by title; then those that only have another title. */
export function pairLimits({ before, after }: ApiPair): LimitPairs {
  const pairs: LimitPairs = { kept: [], removed: [...before.limits], added: [...after.limits] };
  for (const keyOf of [keyOfLimit, (it: Limit) => JSON.stringify([it.max, it.unit, it.per])]) {
    const fresh = Map.groupBy(pairs.added, keyOf);
    const left: Limit[] = [];
    for (const limit of pairs.removed) {
      const heir = fresh.get(keyOf(limit))?.shift();
      if (heir) pairs.kept.push({ before: limit, after: heir });
      else left.push(limit);
    }
    pairs.removed = left;
    pairs.added = [...fresh.values()].flat();
  }
  return pairs;
}

/** Limits with another unit or period are other limits: none is stricter than the other for every caller. */
function keyOfLimit({ title, unit, per }: Limit): string {
  return JSON.stringify([title, unit, per]);
}

/** How a change names a limit: its title, with unit and period where the API has several of that title. */
export function limitPart({ title, unit, per }: Limit, { before, after }: ApiPair): string {
  const several = [before, after].some(({ limits }) => limits.filter((it) => it.title === title).length > 1);
  return several ? `limits/${title}/${unit}${per ? ` per ${per}` : ''}` : `limits/${title}`;
}

/** A limit in words: `100 requests per minute`. */
export function limitText({ max, unit, per }: Limit): string {
  return `${max} ${unit}${per ? ` per ${per}` : ''}`;
}
