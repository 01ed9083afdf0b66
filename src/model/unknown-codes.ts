import type { RetryPolicy } from './schema/retry.ts';

/*
 * What a caller may do after an error whose code the registry does not list: as the API's `unknownCodes` says, or else as
 * the HTTP status says. Everything that treats unknown codes asks here: the decoder, the lint rules and the generated programs,
 * which get the list of statuses from here.
 */

/** The 4xx statuses of temporary failures: 408 (RFC 9110, 15.5.9), 425 (RFC 8470, 5.2), 429 (RFC 6585, 4). */
export const TRANSIENT_4XX: readonly number[] = [408, 425, 429];

/** Whether a status reports a temporary failure: one of the 4xx above, or any 5xx. A name is not an HTTP status. */
export function isTransient(status: number | string | undefined): boolean {
  return typeof status === 'number' && (TRANSIENT_4XX.includes(status) || (status >= 500 && status <= 599));
}

/** The policy of a status where nothing else is known: `backoff` for a temporary failure, else `never`. */
export function policyOfStatus(status: number | string | undefined): RetryPolicy {
  return isTransient(status) ? 'backoff' : 'never';
}
