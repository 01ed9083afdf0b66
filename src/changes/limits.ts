import type { Limit } from '../model/schema/api.ts';
import type { ApiPair } from './pair.ts';

/** The limits of two states of an API. */
interface LimitPairs {
  kept: { before: Limit; after: Limit }[];
  removed: Limit[];
  added: Limit[];
}

/** Pairs limits by title and by what they count; then those that only have another title, then those that count otherwise. */
export function pairLimits({ before, after }: ApiPair): LimitPairs {
  const pairs: LimitPairs = { kept: [], removed: [...before.limits], added: [...after.limits] };
  for (const keyOf of [keyOfLimit, countOf, ({ title }: Limit) => title]) {
    const fresh = Map.groupBy(pairs.added, keyOf);
    const left: Limit[] = [];
    for (const limit of pairs.removed) {
      const successor = fresh.get(keyOf(limit))?.shift();
      if (successor) pairs.kept.push({ before: limit, after: successor });
      else left.push(limit);
    }
    pairs.removed = left;
    pairs.added = [...fresh.values()].flat();
  }
  return pairs;
}

/** True where a limit has another unit or period: neither is stricter than the other for every caller. */
export function isRecounted(before: Limit, after: Limit): boolean {
  return before.unit !== after.unit || before.per !== after.per;
}

function countOf({ max, unit, per }: Limit): string {
  return JSON.stringify([max, unit, per]);
}

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
