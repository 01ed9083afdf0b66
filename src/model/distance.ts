/** What comparisons may still take, in pairs of letters; to begin one takes as long as ten. */
export interface Effort {
  left: number;
}

/**
 * How many letters must be added, dropped, replaced or swapped with their neighbor to turn `a` into `b`, where that is at
 * most `most`; else more than `most`. Only the letters that can matter then are compared.
 */
export function distanceUpTo(most: number, a: string, b: string, effort: Effort = { left: 0 }): number {
  effort.left -= 10;
  const far = most + 1;
  if (Math.abs(a.length - b.length) > most) return far;
  let [from, endOfA, endOfB] = [0, a.length, b.length];
  while (from < endOfA && from < endOfB && a[from] === b[from]) from++;
  while (endOfA > from && endOfB > from && a[endOfA - 1] === b[endOfB - 1]) [endOfA, endOfB] = [endOfA - 1, endOfB - 1];
  effort.left -= a.length - (endOfA - from);
  return distance(most, a.slice(from, endOfA), b.slice(from, endOfB), effort);
}

/** The three rows of the table that are needed at a time; kept, because words are compared by the million. */
let rows = [new Int32Array(64), new Int32Array(64), new Int32Array(64)] as const;

function distance(most: number, a: string, b: string, effort: Effort): number {
  const far = most + 1;
  if (rows[0].length <= b.length) {
    const length = b.length * 2;
    rows = [new Int32Array(length), new Int32Array(length), new Int32Array(length)];
  }
  let [before, above, row] = rows;
  for (let j = 0; j <= Math.min(b.length, far); j++) above[j] = j;
  let leastAbove = 0;
  for (let i = 1; i <= a.length; i++) {
    const [from, to] = [Math.max(1, i - most), Math.min(b.length, i + most)];
    // beside what is compared every distance counts as too far
    row[from - 1] = from === 1 && i <= most ? i : far;
    if (to < b.length) row[to + 1] = far;
    let least = row[from - 1] ?? far;
    const [letter, letterBefore] = [a.charCodeAt(i - 1), i > 1 ? a.charCodeAt(i - 2) : -1];
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = Math.min(
        (above[j] ?? far) + 1,
        (row[j - 1] ?? far) + 1,
        (above[j - 1] ?? far) + (letter === other ? 0 : 1),
      );
      if (j > 1 && letterBefore === other && letter === b.charCodeAt(j - 2))
        cost = Math.min(cost, (before[j - 2] ?? far) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    effort.left -= to - from + 1;
    // a swap looks two rows back, so only two rows in a row that are too far end it
    if (least > most && leastAbove > most) return far;
    leastAbove = least;
    [before, above, row] = [above, row, before];
  }
  return Math.min(above[b.length] ?? far, far);
}
