import { counted } from './counted.ts';
import type { RetryPolicy } from './schema/retry.ts';

/**
 * What a retry policy says in numbers, in a sentence each: how long to wait first, in seconds, and how many attempts to make in
 * all. Needs no other text, so that the decoder in a browser says the same as the pages.
 */
export function retryNotes(
  policy: RetryPolicy,
  { delay, attempts }: { delay?: number | undefined; attempts?: number | undefined },
): string[] {
  return [
    ...(delay === undefined ? [] : [WAITS[policy](delay)]),
    ...(attempts === undefined ? [] : [`We suggest at most ${counted(attempts, 'attempt')} in all.`]),
  ];
}

const WAITS: Record<RetryPolicy, (seconds: number) => string> = {
  never: startWith,
  refetch: (seconds) => `We suggest waiting about ${counted(seconds, 'second')} before you read the state.`,
  'retry-after': (seconds) => `If the response has no delay, we suggest waiting ${counted(seconds, 'second')}.`,
  backoff: startWith,
};

function startWith(seconds: number): string {
  return `We suggest a first wait of about ${counted(seconds, 'second')}, then longer each time.`;
}
