import { counted } from '../model/counted.ts';
import type { Retry, RetryPolicy } from '../model/schema/retry.ts';
import { type CodePair, wasUnverified } from './codes.ts';
import { factPairs } from './operations.ts';
import type { ApiPair } from './pair.ts';
import { shown } from './values.ts';

/** From the policy that lets a caller do most to the one that lets them do least. */
const STRICTNESS: Record<RetryPolicy, number> = { backoff: 0, 'retry-after': 1, refetch: 2, never: 3 };

/** A retry policy before and after, and whose it is. */
interface RetryPair {
  about: CodePair['about'] | Record<string, never>;
  part: string;
  /** For a sentence. */
  whose: string;
  /** Undefined where the HTTP status decides. */
  before: Retry | undefined;
  after: Retry | undefined;
}

/** The policies that are stricter now, or those that are looser. */
export function retriesThatAre(direction: 'tighter' | 'looser', { changed, before, after }: ApiPair): RetryPair[] {
  const unknown =
    before.unknownCodes && after.unknownCodes
      ? [
          {
            about: {},
            part: 'unknownCodes',
            whose: 'unknown codes',
            before: before.unknownCodes.retry,
            after: after.unknownCodes.retry,
          },
        ]
      : [];
  const stated = factPairs(changed, 'retry').filter((pair) => !wasUnverified(pair, 'retry'));
  const codes = stated.map(({ about, before: was, after: is, part, whose }) => ({
    about,
    part: part('retry'),
    whose,
    before: was.retry,
    after: is.retry,
  }));
  return [...codes, ...unknown].filter((pair) => directionOf(pair.before, pair.after) === direction);
}

/** Whether a policy lets a caller do less now. Delays and attempts are suggestions, so they don't count. */
function directionOf(before: Retry | undefined, after: Retry | undefined): 'tighter' | 'looser' | undefined {
  const step = strictnessOf(after) - strictnessOf(before);
  if (step === 0) return undefined;
  return step > 0 ? 'tighter' : 'looser';
}

/** A status that decides lets a caller retry some errors and not others: more than `refetch` does, and less than a wait. */
function strictnessOf(retry: Retry | undefined): number {
  return retry ? STRICTNESS[retry.policy] : 1.5;
}

/** A policy in words. */
export function policyText(retry: Retry | undefined): string {
  return retry?.policy ?? 'by the status';
}

/** What the docs advise beside a policy, each with the name of its part and in words: before and after. */
export function retryTexts(
  before: Partial<Retry> = {},
  after: Partial<Retry> = {},
): [string, string, string | undefined, string | undefined][] {
  return [
    ['reason', 'reason of the retry policy', before.reason, after.reason],
    ['delay', 'suggested delay', secondsOf(before), secondsOf(after)],
    ['attempts', 'suggested number of attempts', shown(before.attempts), shown(after.attempts)],
  ];
}

function secondsOf({ delay }: Partial<Retry>): string | undefined {
  return delay === undefined ? undefined : counted(delay, 'second');
}
