/**
 * How many letters must be added, dropped, replaced or swapped with their neighbor to turn `a` into `b`. Pages load this for a
 * few short words; among many words `distanceUpTo` is faster, and several times as long.
 */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = (list: number[], at: number, more: number) => (list[at] ?? 0) + more;
      let least = Math.min(cost(above, j, 1), cost(row, j - 1, 1), cost(above, j - 1, a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, cost(before, j - 2, 1));
      row.push(least);
    }
    [before, above] = [above, row];
  }
  return above[b.length] ?? 0;
}
