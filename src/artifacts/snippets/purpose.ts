import type { Facts } from './facts.ts';

/**
 * Whether a program has more to do about a code than to recognize it: to wait as long as a response says, to read a state, or to
 * send a request again. Only then is there a snippet.
 */
export function hasLogic({ retry: { policy } }: Facts): boolean {
  return policy !== 'never';
}

/** What a snippet's function does, in a sentence that begins with a verb in lower case. */
export function purposeOf({ retry: { policy, attempts }, after }: Facts): string {
  const most = `we suggest ${attempts === 1 ? 'one attempt' : `at most ${attempts} attempts`}`;
  if (policy === 'refetch') return `reads the state before it sends a new request; ${most}.`;
  if (policy === 'retry-after') return `waits as long as the response says, then retries; ${most}.`;
  return after.header || after.field
    ? `retries after the delay in the response, or with exponential backoff; ${most}.`
    : `retries with exponential backoff and jitter; ${most}.`;
}

/** The same with a capital, for languages whose comments do not name their function. */
export function sentenceOf(facts: Facts): string {
  const purpose = purposeOf(facts);
  return purpose[0]!.toUpperCase() + purpose.slice(1);
}

/** How long a backoff waits. */
export function drawOf({ retry: { delay }, longest }: Facts): string {
  return `A suggested random wait from ${delay} s up to ${delay * 2}, ${delay * 4}, ${delay * 8} … s, at most ${longest} s.`;
}

/** The longest wait, which doubles with each attempt, by how the language writes two to the power of the attempt. */
export function exponential(delay: number, power: string): string {
  return delay === 1 ? power : `${delay} * ${power}`;
}

/** Why a request that is not idempotent is sent once, with one key, or as often as any other. */
export function aboutWrites({ writes, effect }: Facts): string {
  if (writes === 'always') return 'The request was not carried out, so a POST or PATCH is retried too.';
  if (writes === 'with-key') return 'The same key each time: the API runs the request once.';
  return effect === 'done'
    ? 'The request was carried out: a second POST or PATCH would repeat its effect.'
    : 'A POST or PATCH could take effect twice: RFC 9110, 9.2.2.';
}

/** What a Retry-After header says. */
export const SECONDS_OR_DATE = 'Seconds, or a date (RFC 9110, 10.2.3).';
