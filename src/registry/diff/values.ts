/** True where two values are the same as JSON: the order of an object's keys, and keys without a value, count for nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b) || sorted(a) === sorted(b);
}

function sorted(value: unknown): string | undefined {
  return JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** The members of the first list that the second has not. */
export function without<T>(list: readonly T[], others: Iterable<T>): T[] {
  const known = new Set(others);
  return list.filter((it) => !known.has(it));
}

/** True where what two lists have in common stands in another order. */
export function isReordered(before: readonly string[], after: readonly string[]): boolean {
  const common = new Set(before).intersection(new Set(after));
  const [was, is] = [before, after].map((list) => [...new Set(list)].filter((it) => common.has(it)));
  return was!.some((it, i) => it !== is![i]);
}

/** What happened to a thing, in a sentence: it was added, was removed or changed. */
export function happened(subject: string, before: unknown, after: unknown): string {
  if (before === undefined) return `${subject} was added.`;
  return after === undefined ? `${subject} was removed.` : `${subject} changed.`;
}

/** A value of JSON as text for people; undefined where there is none. */
export function shown(value: unknown): string | undefined {
  return value === undefined || typeof value === 'string' ? value : JSON.stringify(value);
}
