import { counted } from './counted.ts';
import type { RetryPolicy } from './schema/retry.ts';

/**
 * What the docs suggest beside a retry policy, in sentences: how long to wait first, in seconds, and how many attempts to make in
 * all. Needs no other text, so that the decoder in a browser says the same as the pages.
 */
export function retryNotes(
  policy: RetryPolicy,
  { delay, attempts }: { delay?: number | undefined; attempts?: number | undefined },
): string[] {
  const most = attempts === undefined ? undefined : `at most ${counted(attempts, 'attempt')} in total`;
  if (delay === undefined) return most === undefined ? [] : [`We suggest ${most}.`];
  const wait = counted(delay, 'second');
  const and = most === undefined ? '' : `, and making ${most}`;
  if (policy === 'retry-after') return [`We suggest waiting ${wait} if the response has no delay${and}.`];
  if (policy === 'refetch') return [`We suggest waiting about ${wait} before you read the state${and}.`];
  return [`We suggest waiting about ${wait} before the first retry, then longer each time${and}.`];
}
