import type { Facts } from './facts.ts';

/** What a snippet's function does, in a sentence that begins with a verb in lower case. */
export function purposeOf({ retry: { policy, attempts }, after }: Facts): string {
  const most = attempts === 1 ? 'one attempt' : `at most ${attempts} attempts`;
  switch (policy) {
    case 'never':
      return 'sends a request, and does not repeat what would fail again.';
    case 'refetch':
      return `reads the state before it sends a new request; ${most}.`;
    case 'retry-after':
      return `waits as long as the response says, then repeats; ${most}.`;
    case 'backoff':
      return after.header || after.field
        ? `repeats after the delay in the response, or a growing one; ${most}.`
        : `repeats after growing random pauses; ${most}.`;
  }
}

/** The same with a capital, for languages whose remarks do not name their function. */
export function sentenceOf(facts: Facts): string {
  const purpose = purposeOf(facts);
  return purpose[0]!.toUpperCase() + purpose.slice(1);
}

/** How long a pause of a backoff is. */
export function drawOf({ retry: { delay }, longest }: Facts): string {
  return `A random pause from ${delay} s up to ${delay * 2}, ${delay * 4}, ${delay * 8} … s, at most ${longest} s.`;
}

/** What grows from attempt to attempt, given how the language writes two to the power of the attempt. */
export function growing(delay: number, power: string): string {
  return delay === 1 ? power : `${delay} * ${power}`;
}

/** Why a request that is not idempotent is sent once. */
export const ONCE = 'A POST or PATCH could take effect twice: RFC 9110, 9.2.2.';

/** Why its key is made once. */
export const KEYED = 'The same key each time: the API carries the request out once.';

/** What a Retry-After header says. */
export const SECONDS_OR_DATE = 'Seconds, or a date (RFC 9110, 10.2.3).';
