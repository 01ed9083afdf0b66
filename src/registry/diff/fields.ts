import type { Field } from '../schema/field.ts';

/** A field with its pointer from the body; `…` stands for the index of an item. */
export interface PlacedField {
  pointer: string;
  field: Field;
}

export interface FieldPair {
  before: PlacedField;
  after: PlacedField;
}

/** The fields of two bodies, paired: each field of either side is in one of these lists. */
export interface FieldPairs {
  /** At the same pointer on both sides. */
  kept: FieldPair[];
  /** The same field under another name in the same place. */
  renamed: FieldPair[];
  /** The same field in another place. */
  moved: FieldPair[];
  removed: PlacedField[];
  added: PlacedField[];
}

/** All fields with those of their items, by pointer. */
export function placed(fields: readonly Field[], above = ''): Map<string, PlacedField> {
  const all = fields.flatMap((field): [string, PlacedField][] => {
    const pointer = above + field.pointer;
    return [[pointer, { pointer, field }], ...placed(field.items ?? [], `${pointer}/…`)];
  });
  return new Map(all);
}

/**
 * Pairs fields by pointer; of the rest, a removed and an added one are the same field if they have the same type and
 * role, or the same type and meaning, or the same type and name in another place.
 */
export function pairFields(
  before: ReadonlyMap<string, PlacedField>,
  after: ReadonlyMap<string, PlacedField>,
): FieldPairs {
  const pairs: FieldPairs = { kept: [], renamed: [], moved: [], removed: [], added: [] };
  const fresh = new Map([...after].filter(([pointer]) => !before.has(pointer)));
  for (const [pointer, was] of before) {
    const is = after.get(pointer);
    if (is) {
      pairs.kept.push({ before: was, after: is });
      continue;
    }
    const heir = [...fresh.values()].find((it) => isSame(was, it));
    if (!heir) {
      pairs.removed.push(was);
      continue;
    }
    fresh.delete(heir.pointer);
    const list = parentOf(was.pointer) === parentOf(heir.pointer) ? pairs.renamed : pairs.moved;
    list.push({ before: was, after: heir });
  }
  pairs.added.push(...fresh.values());
  return pairs;
}

function isSame({ pointer, field }: PlacedField, other: PlacedField): boolean {
  if (field.type !== other.field.type || field.role !== other.field.role) return false;
  if (field.role !== undefined) return true;
  return field.meaning === other.field.meaning || nameOf(pointer) === nameOf(other.pointer);
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

function nameOf(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}
