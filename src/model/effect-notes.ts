import { isRetryable } from './effect.ts';
import type { Effect } from './schema/code.ts';
import type { RetryPolicy } from './schema/retry.ts';

/** The key that an API honors: its header, and the operations that it is for where those are not all. */
interface Key {
  header: string;
  operations?: readonly string[] | undefined;
}

/**
 * Whether the request was carried out, and which methods may therefore be retried. Undefined where nothing is known because the code
 * is not an HTTP response, and where nothing follows from it: a rejected request that isn't retried unchanged. `key` is the API's,
 * undefined where it honors none. Needs no other text, so that the decoder in a browser says the same as the pages.
 */
export function effectNote(policy: RetryPolicy, effect: Effect | undefined, key: Key | undefined): string | undefined {
  if (effect === undefined) return undefined;
  if (!isRetryable({ policy })) return effect === 'none' ? undefined : `${EFFECTS[effect]}.`;
  if (effect === 'unknown') return `${EFFECTS.unknown}. ${checkFirst(key)}`;
  return effect === 'none'
    ? `${EFFECTS.none}, so any method is safe to retry, including POST and PATCH.`
    : `${EFFECTS.done}. ${NEVER}`;
}

/** The same for a code that the docs don't list, whose HTTP status decides. */
export function unknownEffectNote(key: Key | undefined): string {
  return `After a 4xx, the request was not carried out. After any other status, it may have been. ${checkFirst(key)}`;
}

/** How a write is retried that may have been carried out. */
export function checkFirst(key: Key | undefined): string {
  if (!key)
    return 'GET, HEAD, PUT, and DELETE are safe to retry. Before you retry a POST or PATCH, check whether it took effect.';
  const only = key.operations ? ` The API honors the key for ${key.operations.join(', ')}.` : '';
  return `GET, HEAD, PUT, and DELETE are safe to retry. Retry a POST or PATCH only if it has the header ${key.header}, with the same key each time.${only}`;
}

const EFFECTS: Record<Effect, string> = {
  none: 'The request was not carried out',
  unknown: 'The request may have been carried out',
  done: 'The request was carried out',
};

const NEVER = 'Don’t retry a POST or PATCH.';
