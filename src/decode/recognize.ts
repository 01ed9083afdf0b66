import { codeIn } from '../model/envelope/carried.ts';
import { eachError } from '../model/envelope/each-error.ts';
import { hasRole, withRole } from '../model/envelope/fields.ts';
import { valueAt } from '../model/envelope/pointer.ts';
import { isHttpStatus } from '../model/http.ts';
import { memberOf } from '../model/member.ts';
import { idOf } from '../model/namespace.ts';
import { byCode, byMessage } from './by-message.ts';
import { conform } from './conform.ts';
import { bestOf, evidenceFor } from './evidence.ts';
import { embedded, type JsonObject } from './find.ts';
import type { Head } from './http-head.ts';
import type { DecodeApi, DecodeCode, DecodeEnvelope, DecodeField } from './index-format.ts';
import { type BodyShape, type Lookup, namespaceIn, shapeInNamespace } from './lookup.ts';
import { scanXml } from './xml-scan.ts';

/** A body with the envelope that it fits. */
export interface Recognized {
  body: JsonObject;
  api: DecodeApi;
  envelope: DecodeEnvelope;
  /** What the body gives as its code; none where the API sends none. */
  code: string | undefined;
  /** The entry; none where the docs don't know the code. */
  entry: DecodeCode | undefined;
  /** Values that the message holds. */
  messageValues: string[];
  /** Other APIs that the body fits just as well. */
  others: DecodeApi[];
  /** The status that is known from around the body. */
  around: number | undefined;
}

/** What the search for bodies may take, however large the paste is. */
interface Budget {
  bodies: number;
  objects: number;
}

/**
 * The error bodies in a value: itself, or whatever of it fits an envelope better, down to JSON in its strings.
 * `status` is what is known from around the body.
 */
export function recognizeIn(
  value: unknown,
  lookup: Lookup,
  status: number | undefined,
  budget: Budget,
  headers?: Head['headers'],
): Recognized[] {
  return visit(value, { lookup, budget, headers }, status, 0);
}

interface Search {
  lookup: Lookup;
  budget: Budget;
  /** The headers of the response, which may have the code. */
  headers: Head['headers'] | undefined;
}

function visit(value: unknown, search: Search, status: number | undefined, strings: number): Recognized[] {
  if (search.budget.bodies <= 0) return [];
  if (typeof value === 'string') {
    if (!/[{[<]/.test(value)) return [];
    const xml = scanXml(value, search.lookup.forms.roots).map((it) => it.value);
    const inside = xml.length > 0 ? xml : embedded(value, strings + 1);
    return inside.flatMap((inner) => visit(inner, search, status, strings + 1));
  }
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => visit(item, search, status, strings));
  if (search.budget.objects-- <= 0) return [];
  const body = value as JsonObject;
  const beside = status ?? statusBeside(body);
  const best = bestFit(body, search, beside);
  if (best?.isWhole) return take(best, search);
  // a header belongs to the body as a whole
  const deeper = { ...search, headers: undefined };
  const inner = Object.values(body).flatMap((part) => visit(part, deeper, statusBeside(body) ?? status, strings));
  if (inner.length > 0 || !best) return inner;
  return take(best, search);
}

function take({ all }: BodyFit, { budget }: Search): Recognized[] {
  budget.bodies -= all.length;
  return all;
}

/** A record of a log often has the status beside the body. */
function statusBeside(record: JsonObject): number | undefined {
  for (const key of ['status', 'statusCode', 'status_code', 'httpStatus', 'http_status']) {
    const value = memberOf(record, key);
    if (/^[1-5]\d\d$/.test(String(typeof value === 'object' ? '' : value))) return Number(value);
  }
  return undefined;
}

interface Fit {
  points: number;
  isWhole: boolean;
  recognized: Recognized;
}

/** How a body fits an envelope: as the best of its errors does. */
interface BodyFit extends Fit {
  /** Every error in it, in order. */
  all: Recognized[];
}

function bestFit(given: JsonObject, search: Search, status: number | undefined): BodyFit | undefined {
  const fits: BodyFit[] = [];
  for (const shape of search.lookup.shapes) {
    const inHeader = codeInHeader(shape.envelope, search.headers);
    if (inHeader === undefined && !shape.leads.some((key) => Object.hasOwn(given, key))) continue;
    const body = shape.types ? (conform(given, shape.types) as JsonObject) : given;
    const parts = shape.inArray === undefined ? [body] : eachError(body, shape.inArray);
    const each = parts.flatMap((part) => fitOf(part, shape, search.lookup, status, inHeader) ?? []);
    const [best] = bestOf(each, ({ points }) => points);
    if (best) fits.push({ ...best, all: each.map(({ recognized }) => recognized) });
  }
  const [best, ...equal] = bestOf(fits, ({ points }) => points);
  if (!best) return undefined;
  const others = new Set(equal.map(({ recognized }) => recognized.api));
  others.delete(best.recognized.api);
  return { ...best, all: best.all.map((it) => ({ ...it, others: [...others] })) };
}

function codeInHeader({ codeHeader }: DecodeEnvelope, headers: Head['headers'] | undefined): string | undefined {
  const value = codeHeader && headers?.get(codeHeader.name.toLowerCase());
  return value === undefined || value === '' ? undefined : codeIn(value, codeHeader ?? {});
}

function fitOf(
  body: JsonObject,
  generic: BodyShape,
  lookup: Lookup,
  around: number | undefined,
  inHeader: string | undefined,
): Fit | undefined {
  const { addressed } = lookup;
  const namespace = generic.isNamed ? namespaceIn(body, generic.envelope) : undefined;
  const shape = shapeInNamespace(generic, namespace);
  const { api, envelope, required, top } = shape;
  const present = required.filter((field) => fits(valueAt(body, field.pointer), field));
  const share = required.length === 0 ? 1 : present.length / required.length;
  const unknown = Object.keys(body).filter((key) => !top.has(key)).length;
  const sent = codeOf(body, envelope) ?? inHeader;
  const status = numberOf(byRole(body, envelope, 'status')) ?? around;
  const message = textOf(byRole(body, envelope, 'message'));
  const given = sent === undefined ? undefined : nameOf(sent, namespace, shape, status);
  // without the head of the response, a code in a header is not in the paste
  const sendsCode = hasRole(envelope.fields, 'code') || inHeader !== undefined;
  const told = sendsCode
    ? byCode(given === undefined ? undefined : lookup.byCode.get(api)!.get(given), message)
    : byMessage(lookup.messages.get(api)!, shape.name, status, message);
  const isTold = sendsCode ? given !== undefined && given.length <= 200 : message !== undefined;
  const { entry } = told;
  if (!entry && (!isTold || !isShaped(share, required.length, unknown))) return undefined;
  return {
    points:
      share * 10 - Math.min(unknown, 5) + (entry ? 8 : 0) + evidenceFor(api, entry, { status, message, addressed }),
    isWhole: share === 1 && (entry !== undefined || unknown === 0),
    recognized: { body, api, envelope, code: given, entry, messageValues: told.values, others: [], around },
  };
}

/** The name of a code that a body has; where nothing says its namespace, that of the one code that it may be. */
function nameOf(
  sent: string,
  namespace: string | undefined,
  { implied }: BodyShape,
  status: number | undefined,
): string {
  if (namespace !== undefined) return idOf(namespace, sent);
  const may = implied.get(sent) ?? [];
  const fitting = may.filter(({ statuses }) => statuses.some((it) => it.status === status));
  const inHttp = may.filter(({ statuses }) => statuses.some((it) => isHttpStatus(it.status)));
  const [only, ...others] = [fitting, inHttp, may].find((it) => it.length > 0) ?? [];
  return only && others.length === 0 ? only.code : sent;
}

/** Without a known code, a body must have most of the envelope's fields and not many others. */
function isShaped(share: number, required: number, unknown: number): boolean {
  return required >= 2 && share >= 0.6 && unknown <= required;
}

function fits(value: unknown, { type, const: only }: DecodeField): boolean {
  if (value === undefined) return false;
  if (only !== undefined) return JSON.stringify(only) === JSON.stringify(value);
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}

export function byRole(body: JsonObject, { fields }: { fields: DecodeField[] }, role: DecodeField['role']): unknown {
  if (role === undefined) return undefined;
  return withRole(fields, role)
    .map(({ pointer }) => valueAt(body, pointer))
    .find((value) => value !== undefined);
}

/** The code in a body; of a longer value the part that is the code. */
function codeOf(body: JsonObject, { fields }: DecodeEnvelope): string | undefined {
  for (const field of withRole(fields, 'code')) {
    const value = textOf(valueAt(body, field.pointer));
    if (value !== undefined) return codeIn(value, field);
  }
  return undefined;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' || (typeof value === 'string' && /^\d{3}$/.test(value)) ? Number(value) : undefined;
}
