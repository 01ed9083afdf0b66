import { PointerTree } from '../../model/envelope/pointer-tree.ts';
import { type BodySchema, bodySchema } from '../../model/envelope/schema.ts';
import { Candidates } from '../../model/nearest.ts';
import type { Field } from '../../model/schema/field.ts';

/** What the examples with these fields are held against. */
export interface ExampleShape {
  schema: BodySchema;
  listed: PointerTree<true>;
  near: Candidates;
}

/** The shape of bodies with these fields. */
export function shapeOf(fields: readonly Field[]): ExampleShape {
  const pointers = fields.map(({ pointer }) => pointer);
  return {
    schema: bodySchema(fields),
    listed: new PointerTree(pointers.map((it) => [it, true])),
    near: new Candidates(pointers),
  };
}
