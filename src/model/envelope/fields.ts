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
  const own = new Map(code?.fields?.map((field) => [field.pointer, field]));
  const shared = (envelope?.fields ?? []).map((field) => own.get(field.pointer) ?? field);
  const known = new Set(shared);
  return [...shared, ...(code?.fields ?? []).filter((field) => !known.has(field))];
}
