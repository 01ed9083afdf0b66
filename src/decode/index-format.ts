import type { Prose } from '../model/message.ts';
import type { Sent } from '../model/namespace.ts';
import type { Idempotency, Support } from '../model/schema/api.ts';
import type { Confirmable, Effect, Fault, Severity } from '../model/schema/code.ts';
import type { FieldType, Json, Role } from '../model/schema/field.ts';
import type { RetryPolicy } from '../model/schema/retry.ts';

/*
 * What a decoder must know of a registry. It holds public codes only, and plain data. A browser gets it in parts: first
 * `decode/index.json`, which decides what APIs a paste may concern, then `decode/apis/{api}.json` of each of these
 * (`packed.ts`).
 */

/** `decode/index.json`. */
export interface DecodeDirectory {
  format: 'error-docs-decode/2';
  apis: DirectoryApi[];
}

export interface DirectoryApi {
  id: string;
  title: string;
  /** The address of its part, a packed {@link DecodeApi}. */
  index: string;
  /** Host and path of its base URL. */
  address?: string | undefined;
  /** The keys of its bodies after which the code is, or the message where bodies carry no code. */
  leads: string[];
  /** False where the message alone identifies the error of a body with these keys. */
  sendsCodes: boolean;
  /** Every spelling of every code. */
  spellings: string[];
}

export interface DecodeIndex {
  format: 'error-docs-decode/1';
  apis: DecodeApi[];
}

export interface DecodeApi {
  id: string;
  title: string;
  href: string;
  /** Host and path of its base URL. */
  address?: string | undefined;
  support?: Support | undefined;
  /** False where bodies carry no code: entries are then identified by status and message. */
  sendsCodes: boolean;
  envelopes: Record<string, DecodeEnvelope>;
  /** What to do with a code that is not listed. */
  unknownCodes?: { retry?: DecodeRetry | undefined; meaning: Prose } | undefined;
  idempotency?: Idempotency | undefined;
  codes: DecodeCode[];
}

export interface DecodeEnvelope {
  mediaType: string;
  fields: DecodeField[];
  /** Names of the headers of every error response. */
  headers: string[];
  /** How a body of plain text is made of its fields. */
  text?: string | undefined;
  /** The header with the code, and what is around the code there. */
  codeHeader?: { name: string; after?: string | undefined; until?: string | undefined } | undefined;
}

export interface DecodeField {
  pointer: string;
  type: FieldType;
  role?: Role | undefined;
  const?: Json | undefined;
  optional?: boolean | undefined;
  /** With the role `code`: the characters between which a longer value has it. */
  after?: string | undefined;
  until?: string | undefined;
  items?: DecodeField[] | undefined;
}

export interface DecodeRetry {
  policy: RetryPolicy;
  reason?: Prose | undefined;
  delay?: number | undefined;
  attempts?: number | undefined;
}

/** An operation that returns a code, with what it says otherwise. */
export interface DecodeOperation
  extends Partial<Pick<DecodeCode, 'statuses' | 'meaning' | 'fault' | 'retry' | 'effect' | 'steps'>> {
  operation: string;
}

export interface DecodeCode {
  code: string;
  /** How it is sent, where the same spelling may be another code in another namespace. */
  sent?: Sent | undefined;
  /** Other spellings that were or are sent. */
  aliases?: string[] | undefined;
  /** Other names of the same error. */
  names?: string[] | undefined;
  /** Where it is not an error. */
  severity?: Severity | undefined;
  href: string;
  title?: string | undefined;
  /** None where the code has no body. */
  envelope?: string | undefined;
  statuses: { status: number | string; title: string }[];
  message?: string | undefined;
  /** The message without its values, where it holds some: what stands before, between and after them. */
  template?: string[] | undefined;
  meaning: Prose;
  /** None while it isn't documented. */
  fault?: Fault | undefined;
  /** What the API's owner has not confirmed. */
  unverified?: Confirmable[] | undefined;
  retry: DecodeRetry;
  /** Where its statuses don't say the same. */
  effect?: Effect | undefined;
  /** False where the API honors no idempotency key for the code's operations, though it does for others. */
  keyed?: false | undefined;
  steps: Prose[];
  /** What the code adds to its envelope. */
  fields?: DecodeField[] | undefined;
  /** The operations that return it, if some say something other than the code. */
  operations?: DecodeOperation[] | undefined;
  /** Names of the headers that the code sends. */
  headers?: string[] | undefined;
  mark?: 'deprecated' | 'retired' | 'reserved' | undefined;
  replacedBy?: string | undefined;
}
