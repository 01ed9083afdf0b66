import type { FoundChange } from '../model/change.ts';
import { effectOfStatuses } from '../model/effect.ts';
import type { Code } from '../model/registry.ts';
import { isSame } from '../model/same.ts';
import type { Idempotency } from '../model/schema/api.ts';
import type { Effect } from '../model/schema/code.ts';
import type { CodePair } from './codes.ts';
import { factPairs } from './operations.ts';
import type { ApiPair } from './pair.ts';
import { both, without } from './values.ts';

/** From the effect after which a caller may do most to the one after which they may do least. */
const STRICTNESS: Record<Effect, number> = { none: 0, unknown: 1, done: 2 };

/** Codes after which fewer writes may be retried now, or more. */
export function effectsThatAre(direction: 'tighter' | 'looser', { changed }: ApiPair): FoundChange[] {
  return factPairs(changed, 'statuses')
    .filter(isOnItsOwn)
    .flatMap(({ about, before, after, part, whose }) => {
      if (before.effect === undefined || after.effect === undefined) return [];
      const isTighter = STRICTNESS[after.effect] > STRICTNESS[before.effect];
      if (isTighter !== (direction === 'tighter')) return [];
      const what = `${whose} says something else of whether the request was carried out.`;
      return [{ ...about, part: part('effect'), what, before: before.effect, after: after.effect }];
    });
}

/** An effect that only follows from another status is no change beside that of the status. */
function isOnItsOwn({ before, after }: CodePair): boolean {
  return before.effect !== after.effect && !(isDerived(before) && isDerived(after));
}

function isDerived({ effect, statuses }: Code): boolean {
  return effect === effectOfStatuses(statuses.map(({ status }) => status));
}

/** Keys that the API honors no longer, or now: another header is both, and so are other operations. */
export function keysThatAre(gone: 'gone' | 'new', { before: was, after: is }: ApiPair): FoundChange[] {
  const [before, after] = both(was, is, ({ idempotency }) => idempotency);
  if (isSame(before, after)) return [];
  const [old, now] = gone === 'gone' ? [before, after] : [after, before];
  if (!old || (now && old.header === now.header && covers(now, old))) return [];
  return [
    { part: 'idempotency', what: keySentence(before, after, gone), before: keyText(before), after: keyText(after) },
  ];
}

function keySentence(before: Idempotency | undefined, after: Idempotency | undefined, gone: 'gone' | 'new'): string {
  if (!before) return 'The API honors idempotency keys.';
  if (!after) return 'The API no longer honors idempotency keys.';
  if (before.header !== after.header) return 'The header of idempotency keys has another name.';
  return `The API honors idempotency keys for ${gone === 'gone' ? 'fewer' : 'more'} operations.`;
}

function covers(all: Idempotency, some: Idempotency): boolean {
  if (all.operations === undefined) return true;
  return some.operations !== undefined && without(some.operations, all.operations).length === 0;
}

function keyText(key: Idempotency | undefined): string | undefined {
  return key && `${key.header} for ${key.operations?.join(', ') ?? 'every operation'}`;
}
