import { memberOf } from '../model/member.ts';

/** The same of both sides of a comparison. */
export function both<T, R>(before: T, after: T, of: (side: T) => R): [R, R] {
  return [of(before), of(after)];
}

/** The members of the first list that the second has not. */
export function without<T>(list: readonly T[], others: Iterable<T>): T[] {
  const known = new Set(others);
  return list.filter((it) => !known.has(it));
}

/** True where what two lists have in common is in another order. */
export function isReordered(before: readonly string[], after: readonly string[]): boolean {
  if (before.length === after.length && before.every((it, i) => it === after[i])) return false;
  const common = new Set(before).intersection(new Set(after));
  const [was, is] = both(before, after, (list) => [...new Set(list)].filter((it) => common.has(it)));
  return was.some((it, i) => it !== is[i]);
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

/** The entries of two records that both have, by key. */
export function inBoth<T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>): [string, T, T][] {
  return Object.entries(before).flatMap(([key, was]): [string, T, T][] => {
    const is = memberOf(after, key);
    return is === undefined ? [] : [[key, was, is]];
  });
}
