import { counted } from '../model/counted.ts';
import type { Retry, RetryPolicy } from '../model/schema/retry.ts';
import { type CodePair, wasUnverified } from './codes.ts';
import type { ApiPair } from './pair.ts';
import { both } from './values.ts';

/** From the policy that lets a caller do most to the one that lets them do least. */
const STRICTNESS: Record<RetryPolicy, number> = { backoff: 0, 'retry-after': 1, refetch: 2, never: 3 };

/** A retry policy before and after, and whose it is. */
interface RetryPair {
  about: CodePair['about'] | Record<string, never>;
  part: string;
  before: Retry;
  after: Retry;
}

/** The policies that are stricter now, or those that are looser. */
export function retriesThatAre(direction: 'tighter' | 'looser', { changed, before, after }: ApiPair): RetryPair[] {
  const unknown =
    before.unknownCodes && after.unknownCodes
      ? [{ about: {}, part: 'unknownCodes', before: before.unknownCodes.retry, after: after.unknownCodes.retry }]
      : [];
  const stated = changed.filter((pair) => !wasUnverified(pair, 'retry'));
  const codes = stated.map(({ about, before: was, after: is }) => ({
    about,
    part: 'retry',
    before: was.retry,
    after: is.retry,
  }));
  return [...codes, ...unknown].filter((pair) => directionOf(pair.before, pair.after) === direction);
}

/**
 * Whether a policy lets a caller do less now. At the same policy, fewer attempts and a longer delay do; where one got
 * stricter and the other looser, the stricter one counts.
 */
function directionOf(before: Retry, after: Retry): 'tighter' | 'looser' | undefined {
  const steps = [STRICTNESS[after.policy] - STRICTNESS[before.policy]];
  if (steps[0] === 0) {
    const [was, is] = both(before, after, ({ attempts = Number.POSITIVE_INFINITY, delay = 0 }) => ({
      attempts,
      delay,
    }));
    steps.push(Math.sign(is.delay - was.delay), was.attempts === is.attempts ? 0 : was.attempts - is.attempts);
  }
  if (steps.some((step) => step > 0)) return 'tighter';
  return steps.some((step) => step < 0) ? 'looser' : undefined;
}

/** A policy in words: `backoff, 5 attempts, first after 2 s`. */
export function retryText({ policy, attempts, delay }: Retry): string {
  const parts = [policy, attempts && counted(attempts, 'attempt'), delay && `first after ${delay} s`];
  return parts.filter(Boolean).join(', ');
}

/** True where a program may send the same request again by itself. */
export function isRetryable({ policy }: Retry): boolean {
  return policy === 'backoff' || policy === 'retry-after';
}
