import { append } from '../model/append.ts';
import { isSame } from '../model/same.ts';
import type { Field } from '../model/schema/field.ts';

/** A field with its pointer from the body; `…` stands for the index of an item. */
interface PlacedField {
  pointer: string;
  field: Field;
}

interface FieldPair {
  before: PlacedField;
  after: PlacedField;
}

/** The fields of two bodies, paired: each field of either side is in one of these lists. */
export interface FieldPairs {
  /** At the same pointer on both sides, or below a field that was renamed or moved. */
  kept: FieldPair[];
  /** The same field under another name in the same place. */
  renamed: FieldPair[];
  /** The same field in another place. */
  moved: FieldPair[];
  removed: PlacedField[];
  added: PlacedField[];
  /** The pointers of the fields that were kept, by those after. */
  order: { before: string[]; after: string[] };
}

/** All fields that are on both sides. */
export function pairsOf({ kept, renamed, moved }: FieldPairs): FieldPair[] {
  return [...kept, ...renamed, ...moved];
}

/** True where the value of a field is of another kind. A role or constant that is new says more of a field; only where it says something else, the field has changed. */
export function holdsOther(before: Field, after: Field): boolean {
  if (before.type !== after.type) return true;
  if (before.role !== undefined && before.role !== after.role) return true;
  if (before.role === 'code' && (before.after !== after.after || before.until !== after.until)) return true;
  if (isSame(before.const, after.const)) return false;
  return before.const !== undefined || !isSame(before.example, after.const);
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
  const pairs: FieldPairs = {
    kept: [],
    renamed: [],
    moved: [],
    removed: [],
    added: [],
    order: { before: [], after: [] },
  };
  const fresh = new Map([...after].filter(([pointer]) => !before.has(pointer)));
  const moves = new Map<string, string>();
  for (const [pointer, was] of before) {
    const is = after.get(pointer) ?? fresh.get(followed(pointer, moves));
    const successor = is ?? successorOf(was, [...fresh.values()]);
    if (successor) fresh.delete(successor.pointer);
    if (successor && successor.pointer !== pointer) moves.set(pointer, successor.pointer);
    if (!successor) pairs.removed.push(was);
    else if (is) pairs.kept.push({ before: was, after: is });
    else
      pairs[parentOf(pointer) === parentOf(successor.pointer) ? 'renamed' : 'moved'].push({
        before: was,
        after: successor,
      });
  }
  append(pairs.added, fresh.values());
  const kept = new Set(pairs.kept.map((it) => it.after.pointer));
  pairs.order = { before: [...kept], after: [...after.keys()].filter((pointer) => kept.has(pointer)) };
  return pairs;
}

/** Where a field stands now if it went along with what it is in. */
function followed(pointer: string, moves: ReadonlyMap<string, string>): string {
  for (const [from, to] of moves) if (pointer.startsWith(`${from}/`)) return to + pointer.slice(from.length);
  return pointer;
}

/** The new field that an old one has become: one that agrees in more is preferred. */
function successorOf(was: PlacedField, fresh: readonly PlacedField[]): PlacedField | undefined {
  const { type, role, meaning } = was.field;
  const same = fresh.filter(({ field }) => field.type === type && field.role === role);
  const hasName = ({ pointer }: PlacedField) => nameOf(pointer) === nameOf(was.pointer);
  const hasMeaning = ({ field }: PlacedField) => field.meaning === meaning;
  return (
    same.find((it) => hasName(it) && hasMeaning(it)) ??
    same.find(hasMeaning) ??
    same.find(hasName) ??
    (role === undefined ? undefined : same[0])
  );
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

function nameOf(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}
