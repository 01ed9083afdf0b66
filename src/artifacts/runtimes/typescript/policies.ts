// begin left out
import {
  type ErrorCode,
  IDEMPOTENCY_HEADER,
  type KnownErrorCode,
  RETRIES,
  TRANSIENT_4XX,
  UNKNOWN_CODES,
} from './sample.ts';
import type { Effect, Path, Retry, RetryPolicy } from './types.ts';
// end left out

/** Whether these docs list the code. */
export function isKnownErrorCode(code: string): code is KnownErrorCode {
  return hasOwn(RETRIES, code);
}

/**
 * The retry policy of a code. A code that is not listed here has the one that the API names for unknown codes; where it
 * names none, as for a response without a code, the HTTP status decides: backoff for a temporary failure, else never.
 */
export function retryPolicy(code: ErrorCode | undefined, status?: number): RetryPolicy {
  const retry = code === undefined ? undefined : retryOf(code);
  return retry?.policy ?? policyOfStatus(status);
}

/**
 * Whether the same request may be sent again, after a delay or with backoff, if its method is idempotent (RFC 9110, 9.2.2):
 * GET, HEAD, OPTIONS, TRACE, PUT or DELETE.
 */
export function isRetryable(code: ErrorCode | undefined, status?: number): boolean {
  const policy = retryPolicy(code, status);
  return policy === 'retry-after' || policy === 'backoff';
}

/**
 * The same for every other method, such as POST and PATCH: only if the request was not carried out, or if that is unknown
 * and the request carries a key that the API honors, under IDEMPOTENCY_HEADER.
 */
export function isWriteRetryable(code: ErrorCode | undefined, status?: number, hasKey = false): boolean {
  if (!isRetryable(code, status)) return false;
  const effect = effectOf(code, status);
  return effect === 'none' || (effect === 'unknown' && hasKey && IDEMPOTENCY_HEADER !== undefined);
}

/**
 * Whether the request was carried out. The HTTP status decides about a code that is not listed here: a 4xx is a rejection,
 * and 499 and every other status don't say.
 */
export function effectOf(code: ErrorCode | undefined, status = 0): Effect {
  const known = code !== undefined && isKnownErrorCode(code) ? RETRIES[code].effect : undefined;
  return known ?? (status >= 400 && status <= 499 && status !== 499 ? 'none' : 'unknown');
}

/** How many times to send the request in all before giving up; undefined where the registry sets no number. */
export function retryAttempts(code: ErrorCode): number | undefined {
  return retryOf(code)?.attempts;
}

function retryOf(code: ErrorCode): Retry | undefined {
  return isKnownErrorCode(code) ? RETRIES[code] : UNKNOWN_CODES;
}

function policyOfStatus(status = 0): RetryPolicy {
  return TRANSIENT_4XX.includes(status) || (status >= 500 && status <= 599) ? 'backoff' : 'never';
}

function hasOwn(object: object, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(object, name);
}

function valueAt(body: unknown, path: Path): unknown {
  let here: unknown = body;
  for (const name of path) {
    if (typeof here !== 'object' || here === null || !hasOwn(here, name)) return undefined;
    here = (here as { readonly [name: string]: unknown })[name];
  }
  return here;
}

// begin left out
export { retryOf, valueAt };
// end left out
