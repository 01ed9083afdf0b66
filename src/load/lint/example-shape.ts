import { PointerTree } from '../../model/envelope/pointer-tree.ts';
import { type BodySchema, bodySchema } from '../../model/envelope/schema.ts';
import { Candidates } from '../../model/nearest.ts';
import { once } from '../../model/once.ts';
import type { Field } from '../../model/schema/field.ts';

/** What the examples with these fields are held against. */
export interface ExampleShape {
  fields: readonly Field[];
  schema: BodySchema;
  /** Made where something doesn't match. */
  listed(): PointerTree<true>;
  near(): Candidates;
}

/** The shape of bodies with these fields. */
export function shapeOf(fields: readonly Field[]): ExampleShape {
  return {
    fields,
    schema: bodySchema(fields),
    listed: once(() => new PointerTree(fields.map(({ pointer }) => [pointer, true]))),
    near: once(() => new Candidates(fields.map(({ pointer }) => pointer))),
  };
}
