import { PointerTree } from '../../model/envelope/pointer-tree.ts';
import { type BodySchema, bodySchema } from '../../model/envelope/schema.ts';
import { Candidates } from '../../model/nearest.ts';
import { once } from '../../model/once.ts';
import type { Field } from '../../model/schema/field.ts';

/** What the examples with these fields are held against. */
export interface ExampleShape {
  schema: BodySchema;
  /** Made where something doesn't match. */
  listed(): PointerTree<true>;
  near(): Candidates;
}

/** The shape of bodies with these fields. */
export function shapeOf(fields: readonly Field[]): ExampleShape {
  const pointers = fields.map(({ pointer }) => pointer);
  return {
    schema: bodySchema(fields),
    listed: once(() => new PointerTree(pointers.map((it) => [it, true]))),
    near: once(() => new Candidates(pointers)),
  };
}
