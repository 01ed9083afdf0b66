import { isKeyedCode, type WriteRetry, writeRetryOf } from '../../model/effect.ts';
import { codeHeader, type Separators } from '../../model/envelope/carried.ts';
import { withRole } from '../../model/envelope/fields.ts';
import { type BodyFormat, formatOf } from '../../model/envelope/format.ts';
import { envelopeOf, successStatuses } from '../../model/envelope/of-code.ts';
import { isElement, tokensOf } from '../../model/envelope/pointer.ts';
import { textParts } from '../../model/envelope/text-body.ts';
import { escaped } from '../../model/envelope/xml.ts';
import { isHttpStatus } from '../../model/http.ts';
import { templateOf } from '../../model/message.ts';
import { spellingOf } from '../../model/namespace.ts';
import { oncePer } from '../../model/once.ts';
import { allStatuses, hasOwnFacts } from '../../model/operation.ts';
import type { Api, Code } from '../../model/registry.ts';
import { requestOf } from '../../model/request.ts';
import type { Effect } from '../../model/schema/code.ts';
import type { Envelope } from '../../model/schema/envelope.ts';
import type { Field, Json, Role } from '../../model/schema/field.ts';
import type { Retry } from '../../model/schema/retry.ts';
import { hasNamespaces } from '../code-places.ts';

/** What a snippet is made from, whatever its language. */
export interface Facts {
  /** How a response is known to be this one: by its code, or by its status and, where that is not enough, its message. */
  identity: Identity;
  /** Whether the response may have a success status, so that only its body shows the error. */
  success: boolean;
  /**
   * What the body has where the response is of the code, for programs that don't parse it: its code or message with what is around it.
   * Undefined where the body is JSON, or doesn't identify the error.
   */
  needle: string | undefined;
  /** The same of the namespace, where it is a value of its own. */
  namespaceNeedle: string | undefined;
  format: BodyFormat;
  retry: Required<Pick<Retry, 'policy' | 'attempts' | 'delay'>>;
  /** The longest wait of a backoff, in seconds. */
  longest: number;
  /** Whether the registry gives a wait before a refetch. */
  pauses: boolean;
  /** Where the response names the delay; whether that is always a number of seconds. */
  after: { header: boolean; field: Reference | undefined; isNumber: boolean };
  effect: Effect | undefined;
  /** Which writes may be sent again. */
  writes: WriteRetry;
  /** The header with which the API carries out a request once that arrives twice. */
  keyHeader: string;
  /** Where the registry names an operation as a method and a path, and a base address. */
  request: { method: string; url: string } | undefined;
}

/** A field of the body, or a header. */
export interface Reference extends Separators {
  /** The keys that lead to it; none to a header. */
  path: string[];
  type: Field['type'];
  /** The name of the header. */
  header?: string;
}

export type Identity =
  | {
      by: 'code';
      at: Reference;
      value: string | number;
      /** The name of the code where its API has namespaces; programs compare it where they look for all codes. */
      name?: string;
      /** The field that says the namespace of the code, and how. */
      namespace?: { at: Reference; value: string };
    }
  | { by: 'message'; at: Reference; status: number; text: string; whole: boolean }
  /** Other codes may have the status too. */
  | { by: 'status'; status: number; isAlone: boolean };

/** Whether the body shows which error a response is. */
export function isInBody(identity: Identity): boolean {
  return identity.by !== 'status' && identity.at.header === undefined;
}

/** What the snippets of a code say; undefined where it is no response that a client would see as an error. */
export function factsOf(api: Api, code: Code): Facts | undefined {
  const envelope = envelopeOf(api, code);
  const [success] = successStatuses(api, code);
  const failed = allStatuses(code)
    .map((it) => it.status)
    .find((it) => isHttpStatus(it) && it >= 400);
  const status = failed ?? success?.status;
  if (!isHttpStatus(status)) return undefined;
  const identity = identityOf(api, code, status);
  const namespace = identity.by === 'code' ? identity.namespace : undefined;
  if (failed === undefined && identity.by === 'status') return undefined;
  const { policy, attempts, delay } = code.retry;
  const waits = delay ?? 1;
  return {
    identity,
    success: success !== undefined && identity.by !== 'status',
    needle: needleIn(envelope, identity),
    namespaceNeedle: namespace && needleIn(envelope, { by: 'code', ...namespace }),
    format: envelope ? formatOf(envelope) : 'json',
    retry: { policy, attempts: attempts ?? (policy === 'refetch' ? 2 : 5), delay: waits },
    longest: Math.max(60, 5 * waits),
    pauses: delay !== undefined,
    after: afterOf(api, code),
    effect: code.effect,
    writes: writeRetryOf(code.effect, isKeyedCode(api, code)),
    keyHeader: api.idempotency?.header ?? '',
    request: firstRequest(api, code),
  };
}

/** How a response with a status is known to be of a code. */
export function identityOf(api: Api, code: Code, status: number): Identity {
  const at = fieldWith(api, code, 'code');
  if (at) {
    const space = reference(fieldWith(api, code, 'namespace'));
    const namespace = space && code.sent && { at: space, value: code.sent.namespace };
    const value = exactly(at.const ?? spellingOf(code), at.type);
    return { by: 'code', at: reference(at)!, value, ...nameIn(api, code), ...(namespace && { namespace }) };
  }
  const header = codeHeader(envelopeOf(api, code) ?? {});
  if (header) return { by: 'code', at: headerReference(header), value: spellingOf(code), ...nameIn(api, code) };
  const message = reference(fieldWith(api, code, 'message'));
  const isAlone =
    codesByStatus(api)
      .get(status)
      ?.every((it) => it === code.code) ?? true;
  if (isAlone || !message || code.message === undefined) return { by: 'status', status, isAlone };
  const prose = [code.meaning, ...code.causes, ...code.remediation].map((text) => text.split('`'));
  const fixed = templateOf(code.message, prose)?.reduce((a, b) => (b.length > a.length ? b : a));
  return { by: 'message', at: message, status, text: fixed ?? code.message, whole: fixed === undefined };
}

/** The names of the codes that have a status somewhere. */
const codesByStatus = oncePer(({ codes }: Api) => {
  const pairs = codes.flatMap((code) => allStatuses(code).map(({ status }) => ({ status, code: code.code })));
  return new Map([...Map.groupBy(pairs, ({ status }) => status)].map(([it, own]) => [it, own.map(({ code }) => code)]));
});

function nameIn(api: Api, { code }: Code): { name?: string } {
  return hasNamespaces(api) ? { name: code } : {};
}

/** A code that is a number in the body is compared as one, where it is spelled as JSON would spell it. */
function exactly(value: Json, type: Field['type']): string | number {
  const text = String(value);
  return /number|integer/.test(type) && String(Number(text)) === text ? Number(text) : text;
}

function fieldWith(api: Api, code: Code, role: Role): Field | undefined {
  return withRole([...code.fields, ...(envelopeOf(api, code)?.fields ?? [])], role)[0];
}

function reference(field: Field | undefined): Reference | undefined {
  return field && { path: tokensOf(field.pointer), type: field.type, ...separatorsOf(field) };
}

function headerReference({ name, ...header }: { name: string } & Separators): Reference {
  return { path: [], type: 'string', header: name, ...separatorsOf(header) };
}

function separatorsOf({ after, until }: Separators): Separators {
  return { ...(after !== undefined && { after }), ...(until !== undefined && { until }) };
}

/** In XML the element with the code or message; in a text the value, with the text before and after it. */
function needleIn(envelope: Envelope | undefined, identity: Identity): string | undefined {
  const format = envelope ? formatOf(envelope) : 'json';
  if (!envelope || format === 'json' || identity.by === 'status' || identity.at.header !== undefined) return undefined;
  const { after = '', until = '', path } = identity.at;
  const value = identity.by === 'code' ? String(identity.value) : identity.text;
  const isPart = identity.by === 'message' && !identity.whole;
  if (format === 'text') {
    const parts = textParts(envelope.text ?? '');
    const at = parts.findIndex((part, index) => index % 2 === 1 && part === path[0]);
    return isPart ? value : (after || parts[at - 1]) + value + (until || parts[at + 1]);
  }
  const name = path.findLast((key) => !isElement(key) && key !== '#text') ?? '';
  if (isPart) return escaped(value);
  if (name.startsWith('@')) return `${after || `${name.slice(1)}="`}${escaped(value)}${until || '"'}`;
  return `${after || (path.at(-1) === '#text' ? '>' : `<${name}>`)}${escaped(value)}${until || `</${name}>`}`;
}

function afterOf(api: Api, code: Code): Facts['after'] {
  const [header, field] = [sendsRetryAfter(api, code), reference(fieldWith(api, code, 'retryAfter'))];
  return { header, field, isNumber: !header && /number|integer/.test(field?.type ?? '') };
}

function sendsRetryAfter(api: Api, code: Code): boolean {
  const names = [...Object.keys(code.headers), ...Object.keys(envelopeOf(api, code)?.headers ?? {})];
  return names.some((name) => name.toLowerCase() === 'retry-after');
}

function firstRequest({ baseUrl }: Api, { operations }: Code): Facts['request'] {
  // one for which the code's own policy holds
  const [usual, others] = [operations.filter((it) => !hasOwnFacts(it)), operations.filter(hasOwnFacts)];
  const [first] = [...usual, ...others].flatMap(({ operation }) => requestOf(operation) ?? []);
  return baseUrl && first ? { method: first.method, url: baseUrl.replace(/\/$/, '') + first.path } : undefined;
}
