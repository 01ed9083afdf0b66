/**
 * Appends items to a list. `list.push(...items)` would pass each item as an argument, and past about 120,000 of them the
 * engine throws a RangeError.
 */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}

/** The greatest of some numbers; 0 where there is none. Unlike `Math.max(...numbers)` it takes any number of them. */
export function greatest(numbers: Iterable<number>): number {
  let most = 0;
  for (const number of numbers) if (number > most) most = number;
  return most;
}
