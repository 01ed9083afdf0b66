import type { References } from '../../load/index.ts';
import { below } from '../../model/envelope/pointer.ts';
import type { Json } from '../../model/schema/field.ts';
import { isObject } from '../source.ts';
import type { Body, Part } from './openapi-responses.ts';

/** A place of a body that holds no others, as a schema or an example has it. */
export interface Leaf {
  /** Where it is in the body, as a JSON Pointer; `0` is any element of an array. */
  pointer: string;
  /** Its schema, or its value in an example. */
  part: Part;
  /** True if the body may lack it. */
  optional: boolean;
}

/** A value that a leaf can have. */
export interface LeafValue {
  value: Json;
  part: Part;
  /** False where it is one of several that a schema allows. */
  exact: boolean;
  /** Its place in the list of values that the schema allows. */
  index: number | undefined;
}

const DEEPEST = 6;

/** The leaves of a body; of an array those of any element. */
export function leavesOf(refs: References, { kind, part }: Body): Leaf[] {
  return kind === 'schema' ? schemaLeaves(refs, part, '', false, 0, new Set()) : exampleLeaves(part, '', 0);
}

function exampleLeaves({ value, path }: Part, pointer: string, depth: number): Leaf[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return exampleLeaves({ value: value[0], path: [...path, 0] }, below(pointer, 0), depth + 1);
  if (!isObject(value)) return value === undefined ? [] : [{ pointer, part: { value, path }, optional: false }];
  return Object.entries(value).flatMap(([key, inner]) =>
    exampleLeaves({ value: inner, path: [...path, key] }, below(pointer, key), depth + 1),
  );
}

function schemaLeaves(
  refs: References,
  { value, path }: Part,
  pointer: string,
  optional: boolean,
  depth: number,
  above: ReadonlySet<unknown>,
): Leaf[] {
  if (depth > DEEPEST || !isObject(value) || above.has(value)) return [];
  const seen = new Set([...above, value]);
  const joined = ['allOf', 'oneOf', 'anyOf'].flatMap((key) =>
    refs
      .members(...refs.at(value, path, key))
      .flatMap(([part, at]) =>
        schemaLeaves(refs, { value: part, path: at }, pointer, optional || key !== 'allOf', depth, seen),
      ),
  );
  const required = new Set(Array.isArray(value.required) ? value.required : []);
  const properties = [...refs.named(...refs.at(value, path, 'properties'))].flatMap(([key, [inner, at]]) =>
    schemaLeaves(
      refs,
      { value: inner, path: at },
      below(pointer, key),
      optional || !required.has(key),
      depth + 1,
      seen,
    ),
  );
  const [items, itemsPath] = refs.at(value, path, 'items');
  const inItems = isObject(items)
    ? schemaLeaves(refs, { value: items, path: itemsPath }, below(pointer, 0), optional, depth + 1, seen)
    : [];
  const inside = [...joined, ...properties, ...inItems];
  if (inside.length > 0) return inside;
  return pointer === '' ? [] : [{ pointer, part: { value, path }, optional }];
}

/** The values that a leaf names: the one of an example; `const`, `example`, `examples` and `enum` of a schema. */
export function valuesOf(refs: References, leaf: Leaf, kind: Body['kind']): LeafValue[] {
  const { value, path } = leaf.part;
  if (kind === 'example') return [{ value: value as Json, part: leaf.part, exact: true, index: undefined }];
  const one = ['const', 'example'].map((key) => refs.at(value, path, key));
  const examples = refs.members(...refs.at(value, path, 'examples'));
  const allowed = refs.members(...refs.at(value, path, 'enum'));
  return [
    ...allowed.map(([it, at], index) => ({ it, at, exact: allowed.length === 1, index })),
    ...[...one, ...examples].map(([it, at]) => ({ it, at, exact: true, index: undefined })),
  ]
    .filter(({ it }) => typeof it === 'string' || typeof it === 'number')
    .map(({ it, at, exact, index }) => ({ value: it as Json, part: { value: it, path: at }, exact, index }));
}
