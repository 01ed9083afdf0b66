import type { References } from '../../load/index.ts';
import type { Envelope } from '../../model/schema/envelope.ts';
import type { Field, FieldType, Json, Role } from '../../model/schema/field.ts';
import { isObject } from '../source.ts';
import { proseOf } from '../values/prose.ts';
import type { Leaf, Leaves } from './openapi-leaves.ts';
import type { Places } from './openapi-places.ts';
import type { Body, Response } from './openapi-responses.ts';

/** What is said of a field that the document doesn't describe, but for those whose role says it. */
const NOT_DESCRIBED = 'The OpenAPI document doesn’t describe this field.';
const OF_ROLE: Partial<Record<Role, string>> = {
  code: 'The error code.',
  message: 'The error message.',
  requestId: 'The ID of the request.',
};

/** The envelope that the error responses have: of the bodies with a code the most frequent, a schema before an example. */
export function envelopeOf(all: Leaves, responses: readonly Response[], places: Places): Envelope | undefined {
  const bodies = responses.flatMap((it) => it.bodies).map((body) => ({ body, leaves: all.of(body) }));
  const having = bodies.filter(({ leaves }) => leaves.some(({ pointer }) => pointer === places.code));
  const groups = [...Map.groupBy(having, ({ body }) => `${body.kind} ${body.mediaType} ${shapeOf(body)}`).values()];
  const best = groups.sort((a, b) => rank(b) - rank(a))[0]?.[0];
  if (!best) return undefined;
  const deepest = depthOf(places.code) + 1;
  const near = best.leaves.filter(({ pointer }) => depthOf(pointer) <= deepest);
  const once = new Map(near.map((leaf) => [leaf.pointer, leaf]));
  const fields = [...once.values()].map((leaf) => fieldOf(all.refs, leaf, best.body, places));
  return { mediaType: best.body.mediaType, fields };
}

/** How many steps lead to a place. What is much deeper than the code belongs to objects that errors only refer to. */
function depthOf(pointer: string): number {
  return pointer.split('/').length;
}

function shapeOf({ kind, part }: Body): string {
  return kind === 'schema' ? JSON.stringify(part.path) : '';
}

function rank(group: readonly { body: Body }[]): number {
  return group.length + (group[0]?.body.kind === 'schema' ? 1_000_000 : 0);
}

function fieldOf(refs: References, { pointer, part, optional }: Leaf, { kind }: Body, places: Places): Field {
  const schema = kind === 'schema' && isObject(part.value) ? part.value : {};
  const role = roleOf(pointer, places);
  const [described] = refs.at(part.value, part.path, 'description');
  const meaning = typeof described === 'string' ? proseOf(described, true) : '';
  const example = kind === 'example' ? (part.value as Json) : schema.example;
  return {
    pointer,
    type: kind === 'schema' ? typeOf(schema) : typeOfValue(example),
    ...(role && { role }),
    ...(example !== undefined && role === undefined && { example }),
    ...(optional && role !== 'code' && { optional: true }),
    meaning: meaning || ((role && OF_ROLE[role]) ?? NOT_DESCRIBED),
  };
}

function roleOf(pointer: string, { code, message }: Places): Role | undefined {
  if (pointer === code) return 'code';
  if (pointer === message) return 'message';
  return /\/request_?id$/i.test(pointer) ? 'requestId' : undefined;
}

const TYPES: readonly FieldType[] = ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null'];

/** The type that a schema names; of several the first that is not null. */
function typeOf(schema: Record<string, Json>): FieldType {
  const named = [schema.type].flat().find((it) => it !== 'null');
  return TYPES.find((it) => it === named) ?? typeOfValue(schema.example ?? schema.const ?? [schema.enum].flat()[0]);
}

function typeOfValue(value: Json | undefined): FieldType {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  if (typeof value === 'boolean') return 'boolean';
  return value !== null && typeof value === 'object' ? 'object' : 'string';
}
