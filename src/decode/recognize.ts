import { eachError } from '../model/envelope/each-error.ts';
import { deepFields, hasRole, withRole } from '../model/envelope/fields.ts';
import { isElement, tokensOf, valueAt } from '../model/envelope/pointer.ts';
import { memberOf } from '../model/member.ts';
import { byCode, byMessage, type Messages, messagesOf } from './by-message.ts';
import { bestOf, evidenceFor } from './evidence.ts';
import { embedded, type JsonObject } from './find.ts';
import type { DecodeApi, DecodeCode, DecodeEnvelope, DecodeField, DecodeIndex } from './index-format.ts';
import type { Work } from './work.ts';

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

/** What is looked up again and again, for one index and one paste. */
export interface Lookup {
  index: DecodeIndex;
  /** By API, then by code. */
  byCode: Map<DecodeApi, Map<string, DecodeCode>>;
  messages: Map<DecodeApi, Messages>;
  shapes: BodyShape[];
  /** The APIs whose addresses are in the paste. */
  addressed: ReadonlySet<DecodeApi>;
}

interface BodyShape {
  api: DecodeApi;
  name: string;
  envelope: DecodeEnvelope;
  /** A body without this key at its top is not of this shape. */
  leads: string[];
  required: DecodeField[];
  /** Where an error in an array has its code; none where a body is one error. */
  inArray: string | undefined;
  top: Set<string>;
}

export function lookupOf({ index, addressed }: Pick<Work, 'index' | 'addressed'>): Lookup {
  return {
    index,
    byCode: new Map(index.apis.map((api) => [api, new Map(spellingsOf(api).reverse())])),
    messages: new Map(index.apis.map((api) => [api, messagesOf(api)])),
    shapes: index.apis.flatMap((api) => Object.entries(api.envelopes).map(([name, it]) => shapeOf(api, name, it))),
    addressed,
  };
}

/** Every spelling with its entry: the codes, then their aliases, then their other names. */
export function spellingsOf({ codes }: DecodeApi): [spelling: string, entry: DecodeCode][] {
  return [
    ...codes.map((entry): [string, DecodeCode] => [entry.code, entry]),
    ...codes.flatMap((entry) => (entry.aliases ?? []).map((alias): [string, DecodeCode] => [alias, entry])),
    ...codes.flatMap((entry) => (entry.names ?? []).map((name): [string, DecodeCode] => [name, entry])),
  ];
}

function shapeOf(api: DecodeApi, name: string, envelope: DecodeEnvelope): BodyShape {
  const first = ({ pointer }: DecodeField) => tokensOf(pointer)[0]!;
  const telling = withRole(envelope.fields, 'code');
  const leads = (telling.length > 0 ? telling : withRole(envelope.fields, 'message')).map(first);
  const inArray = telling.map((it) => it.pointer).find((it) => tokensOf(it).slice(1).some(isElement));
  const fields = inArray === undefined ? envelope.fields : deepFields(envelope.fields);
  return {
    api,
    name,
    envelope,
    leads: [...new Set(leads)],
    required: fields.filter(({ optional }) => !optional),
    inArray,
    top: new Set(envelope.fields.map(first)),
  };
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
export function recognizeIn(value: unknown, lookup: Lookup, status: number | undefined, budget: Budget): Recognized[] {
  return visit(value, { lookup, budget }, status, 0);
}

interface Search {
  lookup: Lookup;
  budget: Budget;
}

function visit(value: unknown, search: Search, status: number | undefined, strings: number): Recognized[] {
  if (search.budget.bodies <= 0) return [];
  if (typeof value === 'string') {
    if (!/[{[]/.test(value)) return [];
    return embedded(value, strings + 1).flatMap((inner) => visit(inner, search, status, strings + 1));
  }
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => visit(item, search, status, strings));
  if (search.budget.objects-- <= 0) return [];
  const body = value as JsonObject;
  const beside = status ?? statusBeside(body);
  const best = bestFit(body, search.lookup, beside);
  if (best?.isWhole) return take(best, search);
  const inner = Object.values(body).flatMap((part) => visit(part, search, statusBeside(body) ?? status, strings));
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

function bestFit(body: JsonObject, lookup: Lookup, status: number | undefined): BodyFit | undefined {
  const fits: BodyFit[] = [];
  for (const shape of lookup.shapes) {
    if (!shape.leads.some((key) => Object.hasOwn(body, key))) continue;
    const parts = shape.inArray === undefined ? [body] : eachError(body, shape.inArray);
    const each = parts.flatMap((part) => fitOf(part, shape, lookup, status) ?? []);
    const [best] = bestOf(each, ({ points }) => points);
    if (best) fits.push({ ...best, all: each.map(({ recognized }) => recognized) });
  }
  const [best, ...equal] = bestOf(fits, ({ points }) => points);
  if (!best) return undefined;
  const others = new Set(equal.map(({ recognized }) => recognized.api));
  others.delete(best.recognized.api);
  return { ...best, all: best.all.map((it) => ({ ...it, others: [...others] })) };
}

function fitOf(body: JsonObject, shape: BodyShape, lookup: Lookup, around: number | undefined): Fit | undefined {
  const { addressed } = lookup;
  const { api, envelope, required, top } = shape;
  const present = required.filter((field) => fits(valueAt(body, field.pointer), field));
  const share = required.length === 0 ? 1 : present.length / required.length;
  const unknown = Object.keys(body).filter((key) => !top.has(key)).length;
  const given = textOf(byRole(body, envelope, 'code'));
  const status = numberOf(byRole(body, envelope, 'status')) ?? around;
  const message = textOf(byRole(body, envelope, 'message'));
  const sendsCode = hasRole(envelope.fields, 'code');
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

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' || (typeof value === 'string' && /^\d{3}$/.test(value)) ? Number(value) : undefined;
}
