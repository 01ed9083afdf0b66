// begin left out
import type { Path, Retry, Shape } from './types.ts';
// end left out

// begin sample: codes
/** The codes that the docs list; closed, so that a switch over them can be exhaustive. */
export type KnownErrorCode =
  | 'TOO_HEAVY'
  | 'PARCEL_MOVED'
  | 'TOO_MANY'
  | 'DEPOT_BUSY'
  | 'door-locked';

/** What a body may carry as its code: new codes come without notice. */
export type ErrorCode = KnownErrorCode | (string & {});
// end sample

// begin sample: tables
/** What the registry says of each code. The first status is the usual one; delays are in milliseconds. */
export const ERROR_CODES = {
  /**
   * The weight is above what the service carries.
   *
   * https://errors.example.com/parcels/errors/TOO_HEAVY/
   */
  TOO_HEAVY: { statuses: [422], fault: 'caller', effect: 'none', retry: { policy: 'never' }, message: 'The parcel is too heavy.' },
  /**
   * Since you read it, the parcel went to another depot.
   *
   * https://errors.example.com/parcels/errors/PARCEL_MOVED/
   */
  PARCEL_MOVED: { statuses: [409], fault: 'caller', effect: 'none', retry: { policy: 'refetch' }, message: 'The parcel has moved.' },
  /**
   * More bookings arrived in a minute than your plan allows.
   *
   * https://errors.example.com/parcels/errors/TOO_MANY/
   */
  TOO_MANY: { statuses: [429], fault: 'caller', effect: 'none', retry: { policy: 'retry-after', delayMs: 2500, attempts: 4 }, message: 'Too many bookings.' },
  /**
   * The depot could not respond in time.
   *
   * https://errors.example.com/parcels/errors/DEPOT_BUSY/
   */
  DEPOT_BUSY: { statuses: [503], fault: 'service', effect: 'unknown', retry: { policy: 'backoff', attempts: 3 }, message: 'The depot is busy.' },
  /**
   * Nobody has unlocked the door yet.
   *
   * https://errors.example.com/parcels/errors/door-locked/
   */
  'door-locked': { statuses: [403], fault: 'caller', effect: 'none', retry: { policy: 'never' }, message: 'The door is locked.' },
} as const;

/** The fields of every error body. */
export interface CodedEnvelope<Code extends string> {
  /** Branch on it. */
  readonly code: Code;
  /** For people. */
  readonly message: string;
  /** Seconds to wait. */
  readonly wait?: number;
}

/** The fields of every error body. */
export interface BareEnvelope {
  /** The HTTP status. */
  readonly status: number;
  /** For people. */
  readonly message: string;
}

/** What TOO_HEAVY adds to its envelope. */
export interface TooHeavyDetails {
  /** The most grams that the service carries. */
  readonly limit: number;
}

/** The body of TOO_HEAVY. */
export interface TooHeavyBody {
  /** Branch on it. */
  readonly code: 'TOO_HEAVY';
  /** For people. */
  readonly message: string;
  /** Seconds to wait. */
  readonly wait?: number;
  /** The most grams that the service carries. */
  readonly limit: number;
}

/** What a code adds to its envelope, as it is in the body; none adds nothing. */
export interface ErrorDetails {
  readonly TOO_HEAVY: TooHeavyDetails;
  readonly PARCEL_MOVED: {};
  readonly TOO_MANY: {};
  readonly DEPOT_BUSY: {};
  readonly 'door-locked': {};
}

/** The body of each code; never where it has none. */
export interface ErrorBodies {
  readonly TOO_HEAVY: TooHeavyBody;
  readonly PARCEL_MOVED: CodedEnvelope<'PARCEL_MOVED'>;
  readonly TOO_MANY: CodedEnvelope<'TOO_MANY'>;
  readonly DEPOT_BUSY: CodedEnvelope<'DEPOT_BUSY'>;
  readonly 'door-locked': BareEnvelope;
}

/** A body with a code that is not listed here. */
export type UnknownErrorBody = CodedEnvelope<string & {}> | BareEnvelope;

/** The body of a code; of any code where none is named. */
export type ErrorBody<Code extends ErrorCode = ErrorCode> = Code extends KnownErrorCode
  ? ErrorBodies[Code]
  : UnknownErrorBody;

const RETRIES: { readonly [Code in KnownErrorCode]: Retry } = {
  TOO_HEAVY: { policy: 'never', effect: 'none' },
  PARCEL_MOVED: { policy: 'refetch', effect: 'none' },
  TOO_MANY: { policy: 'retry-after', delayMs: 2500, attempts: 4, effect: 'none' },
  DEPOT_BUSY: { policy: 'backoff', attempts: 3, effect: 'unknown' },
  'door-locked': { policy: 'never', effect: 'none' },
};

const UNKNOWN_CODES: Retry | undefined = undefined;
const TRANSIENT_4XX: readonly number[] = [408, 425, 429];

/** The request header whose key makes a second request harmless, for these operations: POST /bookings, POST /parcels/{id}/labels. */
export const IDEMPOTENCY_HEADER: string | undefined = 'Idempotency-Key';

const CODE_PATHS: readonly Path[] = [['code']];
const RETRY_AFTER_PATHS: readonly Path[] = [['wait']];

const SHAPES: readonly Shape[] = [[
  [['code'], 'string'],
  [['message'], 'string'],
], [
  [['status'], 'integer'],
  [['message'], 'string'],
]];

const DOCS = 'https://errors.example.com/parcels/errors/';

const STATUS_PATHS: readonly Path[] = [['status']];
const MESSAGE_PATHS: readonly Path[] = [['message']];

const MESSAGES: readonly (readonly [code: KnownErrorCode, message: string, statuses: readonly string[]])[] = [
  ['door-locked', 'The door is locked.', ['403']],
];

// end sample

// begin left out
export {
  CODE_PATHS,
  DOCS,
  MESSAGE_PATHS,
  MESSAGES,
  RETRIES,
  RETRY_AFTER_PATHS,
  SHAPES,
  STATUS_PATHS,
  TRANSIENT_4XX,
  UNKNOWN_CODES,
};
// end left out
