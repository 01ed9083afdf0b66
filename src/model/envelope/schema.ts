import { memberOf, setMember } from '../member.ts';
import { isSame } from '../same.ts';
import type { Field, Json } from '../schema/field.ts';
import { below, isElement, knownTokens, tokensOf } from './pointer.ts';

/** The part of JSON Schema (2020-12) that describes an envelope. */
export interface BodySchema {
  type?: string;
  const?: Json;
  /** In published schemas alone: `bodySchema` makes none of these six, and `mismatches` reads none. */
  enum?: Json[];
  not?: BodySchema;
  pattern?: string;
  contains?: BodySchema;
  allOf?: BodySchema[];
  $ref?: string;
  description?: string;
  properties?: Record<string, BodySchema>;
  required?: string[];
  additionalProperties?: boolean;
  items?: BodySchema;
}

/** What a schema needs of a field. */
type SchemaField = Pick<Field, 'pointer' | 'type' | 'const' | 'optional'> & {
  meaning?: string | undefined;
  items?: readonly SchemaField[] | undefined;
};

/**
 * The JSON Schema of a body with these fields. Objects on the way to a field are implied, and arrays where the pointer has
 * a number (unless a field says that there is an object); an object or array whose fields nobody lists may hold anything, every
 * other object holds what is listed and nothing else.
 */
export function bodySchema(fields: readonly SchemaField[]): BodySchema {
  const root: BodySchema = { type: 'object' };
  const required: Required = new Map();
  const listed = new Set<BodySchema>([root]);
  for (const field of fields) {
    let here = root;
    for (const token of knownTokens(field.pointer)) {
      if (isElement(token) && !listed.has(here) && !here.properties) here.type = 'array';
      here = here.type === 'array' ? elements(here) : property(here, token, !field.optional, required);
    }
    Object.assign(here, valueSchema(field));
    if (field.type !== 'array') listed.add(here);
  }
  return root;
}

function elements(array: BodySchema): BodySchema {
  array.items ??= { type: 'object' };
  return array.items;
}

/** The part of a schema that describes what is at a pointer; a number in it is any element of an array. */
export function schemaAt(schema: BodySchema, pointer: string): BodySchema {
  let here = schema;
  for (const token of tokensOf(pointer)) here = here.items ?? here.properties![token]!;
  return here;
}

/** The names that each object requires, as a set beside its list: an envelope may have thousands of fields. */
type Required = Map<BodySchema, Set<string>>;

function property(object: BodySchema, name: string, isRequired: boolean, required: Required): BodySchema {
  object.properties ??= {};
  object.additionalProperties = false;
  if (isRequired) {
    const names = required.get(object) ?? new Set();
    required.set(object, names);
    object.required ??= [];
    if (!names.has(name)) object.required.push(name);
    names.add(name);
  }
  const known = memberOf(object.properties, name);
  if (known) return known;
  const made: BodySchema = { type: 'object' };
  setMember(object.properties, name, made);
  return made;
}

/** The schema of a field's value. */
export function valueSchema({ type, meaning, const: only, items }: Omit<SchemaField, 'pointer'>): BodySchema {
  return {
    type,
    description: meaning,
    ...(only !== undefined && { const: only }),
    ...(items && { items: bodySchema(items) }),
  };
}

/** A part of a value that doesn't match its schema. */
interface Mismatch {
  pointer: string;
  why: string;
}

/** Where a value doesn't match its schema, as JSON Pointers, and why. Empty if it matches. */
export function mismatches(schema: BodySchema, value: unknown): Mismatch[] {
  if (schema.const !== undefined && !isSame(schema.const, value)) {
    return [{ pointer: '', why: `must be ${JSON.stringify(schema.const)}, but is ${show(value)}` }];
  }
  if (schema.type && !hasType(value, schema.type)) {
    return [{ pointer: '', why: `must be of type ${schema.type}, but is ${show(value)}` }];
  }
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.flatMap((item, index) => mismatchesInside(index, items, item)) : [];
  }
  if (typeof value !== 'object' || value === null || !schema.properties) return [];
  const found: Mismatch[] = [];
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(value, name)) found.push({ pointer: below('', name), why: 'is required, but missing' });
  }
  for (const [name, part] of Object.entries(value)) {
    const inner = memberOf(schema.properties, name);
    // one by one: a body from elsewhere may lack more than a call takes arguments
    if (inner) for (const it of mismatchesInside(name, inner, part)) found.push(it);
    else if (schema.additionalProperties === false) {
      found.push({ pointer: below('', name), why: 'is not a field of the envelope' });
    }
  }
  return found;
}

function mismatchesInside(key: string | number, schema: BodySchema, part: unknown): Mismatch[] {
  const found = mismatches(schema, part);
  return found.length === 0 ? found : found.map(({ pointer, why }) => ({ pointer: below('', key) + pointer, why }));
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  // JSON Schema's names for the rest are those of typeof
  return typeof value === type;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
