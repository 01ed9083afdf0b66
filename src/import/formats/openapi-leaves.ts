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

/** How deep in a body leaves are looked for, and among how many parts of a schema: the nearest come first. */
const DEEPEST = 6;
const MOST_PARTS = 2000;

/** Finds the leaves of bodies, those of a schema that many responses share once. */
export class Leaves {
  readonly refs: References;
  readonly #known = new Map<unknown, Leaf[]>();

  constructor(refs: References) {
    this.refs = refs;
  }

  /** The leaves of a body; of an array those of any element. */
  of({ kind, part }: Body): Leaf[] {
    const known = this.#known.get(part.value);
    if (known) return known;
    const found = kind === 'schema' ? this.#inSchema(part) : inExample(part, '', 0);
    this.#known.set(part.value, found);
    return found;
  }

  #inSchema(root: Part): Leaf[] {
    const found: Leaf[] = [];
    const open: (Leaf & { depth: number })[] = [{ pointer: '', part: root, optional: false, depth: 0 }];
    for (let index = 0; index < open.length && index < MOST_PARTS; index++) {
      const it = open[index];
      if (!it) continue;
      const inside = it.depth > DEEPEST ? [] : this.#below(it);
      if (inside.length === 0 && it.pointer !== '') found.push(it);
      for (const { deeper, ...leaf } of inside) open.push({ ...leaf, depth: it.depth + (deeper ? 1 : 0) });
    }
    return found;
  }

  /** The schemas that make up a schema: those that it joins, its properties and its items. */
  #below({ pointer, part: { value, path }, optional }: Leaf): (Leaf & { deeper: boolean })[] {
    if (!isObject(value)) return [];
    const joined = ['allOf', 'oneOf', 'anyOf'].flatMap((key) =>
      this.refs.members(...this.refs.at(value, path, key)).map(([part, at]) => ({
        pointer,
        part: { value: part, path: at },
        optional: optional || key !== 'allOf',
        deeper: false,
      })),
    );
    const required = new Set(Array.isArray(value.required) ? value.required : []);
    const properties = [...this.refs.named(...this.refs.at(value, path, 'properties'))].map(([key, [part, at]]) => ({
      pointer: below(pointer, key),
      part: { value: part, path: at },
      optional: optional || !required.has(key),
      deeper: true,
    }));
    const [items, itemsPath] = this.refs.at(value, path, 'items');
    const inItems = isObject(items)
      ? [{ pointer: below(pointer, 0), part: { value: items, path: itemsPath }, optional, deeper: true }]
      : [];
    return [...joined, ...properties, ...inItems].filter(({ part }) => isObject(part.value));
  }
}

function inExample({ value, path }: Part, pointer: string, depth: number): Leaf[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return inExample({ value: value[0], path: [...path, 0] }, below(pointer, 0), depth + 1);
  if (!isObject(value)) return value === undefined ? [] : [{ pointer, part: { value, path }, optional: false }];
  return Object.entries(value).flatMap(([key, inner]) =>
    inExample({ value: inner, path: [...path, key] }, below(pointer, key), depth + 1),
  );
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
