/**
 * What a caller may do with the same request.
 * never: it fails again until something changes.
 * refetch: read the current state, then send a new request.
 * retry-after: wait for the delay in the response, then retry.
 * backoff: transient; retry with exponential backoff and jitter.
 */
export type RetryPolicy = 'never' | 'refetch' | 'retry-after' | 'backoff';

/**
 * Whether the request that failed was carried out.
 * none: it was not. unknown: nobody can say. done: it was.
 */
export type Effect = 'none' | 'unknown' | 'done';

interface Retry {
  readonly policy: RetryPolicy;
  readonly effect?: Effect;
  /** A suggestion: milliseconds before the first retry if the response has no delay. */
  readonly delayMs?: number;
  /** A suggestion: how many times to send the request in all. */
  readonly attempts?: number;
}

type Path = readonly string[];
type Shape = readonly (readonly [path: Path, type: string, only?: unknown])[];

// begin left out
export type { Path, Retry, Shape };
// end left out
