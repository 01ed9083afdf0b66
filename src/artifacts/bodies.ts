import { asType } from '../model/envelope/example.ts';
import { fieldsOf, withRole } from '../model/envelope/fields.ts';
import { isInArray, tokensOf } from '../model/envelope/pointer.ts';
import { type BodySchema, bodySchema, schemaAt } from '../model/envelope/schema.ts';
import { allStatuses } from '../model/operation.ts';
import type { Field } from '../model/schema/field.ts';
import { type Branch, codeFields, type Others, valuesOf } from './branches.ts';

/** What a schema says of a field that has the code. */
export type Telling = (field: Field) => BodySchema;

/** The bodies of a branch, closed where the envelope is; where they carry no code, with the statuses of its codes. */
export function knownBody(branch: Branch, telling: Telling): BodySchema {
  const { envelope, own, codes, others, element } = branch;
  const added = { fields: own };
  const fields = fieldsOf(envelope, added);
  // another error of the same response has other fields
  const whole = bodySchema(fields.map((it) => (own.includes(it) && isInArray(it) ? { ...it, optional: true } : it)));
  const schema = envelope.closed ? whole : opened(whole);
  if (others && !element) exclude(schema, others);
  const withCode = codeFields(branch);
  for (const field of withCode.filter((it) => !isInArray(it))) {
    delete schemaAt(schema, field.pointer).const;
    narrow(schema, field, telling(field));
  }
  const inArrays = withCode.filter(isInArray);
  const said = element ? withRole(element.fields, 'namespace') : [];
  if (inArrays.length > 0) holdOne(schema, inArrays, [...said, ...own], telling);
  if (withCode.length > 0) return schema;
  // a status that isn't documented yet may be any
  const statuses = allStatuses(codes[0]!);
  const known = statuses.length > 0 ? withRole(fields, 'status').filter((it) => !isInArray(it)) : [];
  for (const field of known.filter((it) => it.const === undefined)) {
    narrow(schema, field, { enum: statuses.map(({ status }) => asType(field.type, String(status))) });
  }
  return schema;
}

/** Bodies with a code that nobody lists yet; they may hold more than the envelope lists. */
export function unknownBody({ envelope, others }: Pick<Branch, 'envelope' | 'others'>, telling: Telling): BodySchema {
  const schema = opened(bodySchema(envelope.fields));
  if (others) exclude(schema, others);
  for (const field of withRole(envelope.fields, 'code')) narrow(schema, field, { not: telling(field) });
  return schema;
}

/** Excludes namespaces that have shapes of their own: as values of a field, or as names of members. */
function exclude(schema: BodySchema, { namespaces, values, members }: Others): void {
  const whole = [...namespaces].flatMap(([namespace, codes]) => (codes ? [] : [namespace]));
  // of an element in a known namespace, the code may still be unknown
  if (whole.length > 0) for (const pointer of values) narrow(schema, { pointer }, { not: { enum: whole } });
  const known = [...namespaces].map(([namespace, codes]): [string, BodySchema] => [
    namespace,
    { not: codes ? { enum: valuesOf(codes, 'string') } : {} },
  ]);
  for (const pointer of members) narrow(schema, { pointer }, { properties: Object.fromEntries(known) });
}

function narrow(schema: BodySchema, { pointer }: Pick<Field, 'pointer'>, to: BodySchema): void {
  Object.assign(schemaAt(schema, pointer), to);
}

/** Makes a schema require that some element of its arrays has the code, with what the code adds to the element. */
function holdOne(schema: BodySchema, withCode: readonly Field[], own: readonly Field[], telling: Telling): void {
  const one = opened(bodySchema([...withCode, ...own.filter(isInArray)].map(({ items: _, ...field }) => field)));
  for (const field of withCode) narrow(one, field, telling(field));
  let [here, there] = [schema, one];
  for (const token of tokensOf(withCode[0]!.pointer)) {
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
