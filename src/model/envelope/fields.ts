import type { Role } from '../schema/field.ts';

/** Something with fields, such as an envelope, a code, its entry in a file or in the decoder's index. */
interface WithFields<Field> {
  fields?: readonly Field[] | undefined;
}

/**
 * The fields of a code's response: the envelope's and the code's own. An own field replaces the envelope's with the same
 * pointer, in the same position; the others follow. Either side may be missing.
 */
export function fieldsOf<Field extends { pointer: string }>(
  envelope: WithFields<Field> | undefined,
  code: WithFields<Field> | undefined,
): Field[] {
  const [shared, added] = [envelope?.fields ?? [], code?.fields ?? []];
  // most codes add nothing
  if (added.length === 0) return [...shared];
  const own = new Map(added.map((field) => [field.pointer, field]));
  const all = shared.map((field) => own.get(field.pointer) ?? field);
  const known = new Set(all);
  return [...all, ...added.filter((field) => !known.has(field))];
}

/** What a field needs for those inside it to be found. */
interface Nested {
  pointer: string;
  role?: Role | undefined;
  optional?: boolean | undefined;
  items?: readonly this[] | undefined;
}

/**
 * The fields of a body at every depth, in order: after an array those of its items, with pointers from the body, in which `0`
 * is any element: `/errors/0/code`. What is in an array that may be missing may be missing too.
 */
export function deepFields<Field extends Nested>(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => {
    if (!field.items) return field;
    const inside = deepFields<Field>(field.items).map((it) => ({
      ...it,
      pointer: `${field.pointer}/0${it.pointer}`,
      ...(field.optional && { optional: true }),
    }));
    return [field, ...inside];
  });
}

/** The fields with a role at every depth, with pointers from the body; an own field of the list before one of an array's items. */
export function withRole<Field extends Nested>(fields: readonly Field[], role: Role): Field[] {
  return deepFields(fields).filter((field) => field.role === role);
}

/** Whether some field has a role, in the body itself or in an array. */
export function hasRole<Field extends Nested>(fields: readonly Field[], role: Role): boolean {
  return fields.some((field) => field.role === role || hasRole<Field>(field.items ?? [], role));
}
