import { addressOf } from '../model/address.ts';
import { asType } from '../model/envelope/example.ts';
import { fieldsOf, hasRole, withRole } from '../model/envelope/fields.ts';
import { codesByEnvelope } from '../model/envelope/of-code.ts';
import { isElement, tokensOf } from '../model/envelope/pointer.ts';
import { type BodySchema, bodySchema, schemaAt } from '../model/envelope/schema.ts';
import { allStatuses } from '../model/operation.ts';
import type { Api, Code } from '../model/registry.ts';
import type { Envelope } from '../model/schema/envelope.ts';
import type { Field } from '../model/schema/field.ts';
import { namesFor } from './identifiers.ts';

/** An envelope that an API answers with, and what bodies it holds: one of each code, and those that nobody lists yet. */
export interface EnvelopeBranches {
  /** The envelope's name in the API. */
  name: string;
  envelope: Envelope;
  /** False where its bodies carry no code. */
  sendsCode: boolean;
  branches: Branch[];
  /** A body with a code that is none of these; it may hold more than the envelope lists. */
  unknown: BodySchema;
}

/** The bodies of one code. */
export interface Branch {
  code: Code;
  /** Letters, digits, `.`, `_` and `-`: a name that JSON Schema and OpenAPI (3.1, 4.8.7) both allow; unique in the API. */
  key: string;
  /** With the code as a constant; where bodies carry none, with its statuses. Closed where the envelope is. */
  schema: BodySchema;
}

/** The envelopes of an API that have codes, in order. */
export function envelopeBranches(api: Api): EnvelopeBranches[] {
  const keys = namesFor(
    api.codes.map(({ code }) => code),
    keyOf,
    new Set(),
  );
  const byEnvelope = codesByEnvelope(api);
  return Object.entries(api.envelopes).flatMap(([name, envelope]) => {
    const codes = byEnvelope.get(name) ?? [];
    if (codes.length === 0) return [];
    const sendsCode = hasRole(envelope.fields, 'code');
    const branches = codes.map((code) => ({ code, key: keys.get(code.code)!, schema: knownBody(code, envelope) }));
    return { name, envelope, sendsCode, branches, unknown: unknownBody(envelope, codes) };
  });
}

function keyOf(code: string): string {
  return addressOf(code).replaceAll('~', '-');
}

function knownBody(code: Code, envelope: Envelope): BodySchema {
  const fields = fieldsOf(envelope, code);
  const own = new Set(code.fields);
  // another error of the same response has other fields
  const whole = bodySchema(fields.map((it) => (own.has(it) && isInArray(it) ? { ...it, optional: true } : it)));
  const schema = envelope.closed ? whole : opened(whole);
  const telling = withRole(fields, 'code');
  for (const field of telling.filter((it) => !isInArray(it))) {
    narrow(schema, field, { const: asType(field.type, code.code) });
  }
  const inArrays = telling.filter(isInArray);
  if (inArrays.length > 0) holdOne(schema, inArrays, code);
  if (telling.length > 0) return schema;
  // a status that isn't documented yet may be any
  const statuses = allStatuses(code);
  const known = statuses.length > 0 ? withRole(fields, 'status').filter((it) => !isInArray(it)) : [];
  for (const field of known.filter((it) => it.const === undefined)) {
    narrow(schema, field, { enum: statuses.map(({ status }) => asType(field.type, String(status))) });
  }
  return schema;
}

/** Whether a field is in an element of an array: one response may then report several errors, each with a code of its own. */
export function isInArray({ pointer }: Pick<Field, 'pointer'>): boolean {
  return tokensOf(pointer).slice(1).some(isElement);
}

/** Makes a schema require that some element of its arrays has the code, with what the code adds to the element. */
function holdOne(schema: BodySchema, telling: readonly Field[], { code, fields }: Code): void {
  const one = opened(bodySchema([...telling, ...fields.filter(isInArray)].map(({ items: _, ...field }) => field)));
  for (const field of telling) narrow(one, field, { const: asType(field.type, code) });
  let [here, there] = [schema, one];
  for (const token of tokensOf(telling[0]!.pointer)) {
    if (there.items) {
      here.contains = inSome(there.items);
      return;
    }
    [here, there] = [here.properties![token]!, there.properties![token]!];
  }
}

/** A schema whose arrays need only one element that fits. */
function inSome({ items, ...schema }: BodySchema): BodySchema {
  if (items) return { ...schema, contains: inSome(items) };
  if (!schema.properties) return schema;
  const members = Object.entries(schema.properties).map(([name, it]) => [name, inSome(it)]);
  return { ...schema, properties: Object.fromEntries(members) };
}

function unknownBody(envelope: Envelope, codes: readonly Code[]): BodySchema {
  const schema = opened(bodySchema(envelope.fields));
  for (const field of withRole(envelope.fields, 'code')) {
    narrow(schema, field, { not: { enum: codes.map(({ code }) => asType(field.type, code)) } });
  }
  return schema;
}

function narrow(schema: BodySchema, { pointer }: Field, to: BodySchema): void {
  Object.assign(schemaAt(schema, pointer), to);
}

/** A schema whose objects may hold more than it lists: what is added later doesn't break who reads by it. */
export function opened(schema: BodySchema): BodySchema;
export function opened(schema: unknown): unknown;
export function opened(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(opened);
  if (typeof schema !== 'object' || schema === null) return schema;
  return mapEntries(schema, (keyword, value) => {
    if (keyword === 'additionalProperties' && value === false) return undefined;
    if (keyword === 'const' || keyword === 'enum') return value;
    // what stands below these is a name, even if it is spelled like a keyword
    if (keyword === 'properties' || keyword === '$defs')
      return mapEntries(value as object, (_, inner) => opened(inner));
    return opened(value);
  });
}

function mapEntries(object: object, of: (key: string, value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object)
      .map(([key, value]) => [key, of(key, value)] as const)
      .filter(([, value]) => value !== undefined),
  );
}
