import type { Api, Code } from './registry.ts';
import { methodOf } from './request.ts';
import type { Effect } from './schema/code.ts';
import type { Retry } from './schema/retry.ts';
import type { StatusValue } from './schema/status.ts';

/*
 * Whether a request that failed was carried out, and so which requests may be sent again: decided here, for pages, the decoder,
 * snippets, generated programs and the lint rules alike.
 */

/** The methods whose requests may be sent twice with the effect of one (RFC 9110, 9.2.2). */
export const IDEMPOTENT_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE'];

/** Whether a second request with this method may have an effect of its own, in any case: POST, PATCH and every unknown method. */
export function isWrite(method: string): boolean {
  return !IDEMPOTENT_METHODS.includes(method.toUpperCase());
}

/**
 * The one 4xx after which the request may have been carried out. RFC 9110 doesn't have 499: a proxy records it for a client that
 * closed the connection while the server was still at work.
 */
export const UNKNOWN_4XX = 499;

/**
 * What an HTTP status says of the effect of a request. `none` for a 4xx, because the server rejected the request (RFC 9110, 15.5);
 * 408 too, because the server didn't receive a complete request (15.5.9). `unknown` for everything else: a 5xx can follow work that
 * was done in part or as a whole, and a 503 with `Retry-After` doesn't say either.
 */
export function effectOfStatus(status: number): Effect {
  return status >= 400 && status <= 499 && status !== UNKNOWN_4XX ? 'none' : 'unknown';
}

/** The effect of a code that doesn't say: that of its statuses, the less certain one first; undefined where none is HTTP. */
export function effectOfStatuses(statuses: readonly StatusValue[]): Effect | undefined {
  const effects = statuses.filter((it) => typeof it === 'number').map(effectOfStatus);
  return effects.find((it) => it === 'unknown') ?? effects[0];
}

/** True where a client may send the same request again without a change. */
export function isRetryable({ policy }: Pick<Retry, 'policy'>): boolean {
  return policy === 'backoff' || policy === 'retry-after';
}

/** After an error whose policy allows a retry: which writes may be sent again. */
export type WriteRetry = 'always' | 'with-key' | 'never';

/** Which writes may be sent again: those that were not carried out; of the others, those with a key that the API honors. */
export function writeRetryOf(effect: Effect | undefined, isKeyed: boolean): WriteRetry {
  if (effect === 'none') return 'always';
  return effect !== 'done' && isKeyed ? 'with-key' : 'never';
}

/** Whether the API honors an idempotency key for an operation. */
export function isKeyedOperation({ idempotency }: Pick<Api, 'idempotency'>, operation: string): boolean {
  return idempotency !== undefined && (idempotency.operations?.includes(operation) ?? true);
}

/**
 * Whether the API honors an idempotency key for every write that a code may come from. Where keys are for some operations
 * alone, a code that doesn't say which operations return it is not known to be among them.
 */
export function isKeyedCode(api: Pick<Api, 'idempotency'>, { operations }: Pick<Code, 'operations'>): boolean {
  if (api.idempotency?.operations === undefined) return api.idempotency !== undefined;
  const writes = operations.filter(({ operation }) => isWrite(methodOf(operation) ?? ''));
  return writes.length > 0 && writes.every(({ operation }) => isKeyedOperation(api, operation));
}
