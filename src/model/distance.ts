/** What comparisons may still take, in pairs of letters. */
export interface Effort {
  left: number;
}

/**
 * How many letters must be added, dropped, replaced or swapped with their neighbour to turn `a` into `b`, where that is at
 * most `most`; else more than `most`. Only the letters that can matter then are compared.
 */
export function distanceUpTo(most: number, a: string, b: string, effort: Effort = { left: 0 }): number {
  effort.left--;
  const far = most + 1;
  if (Math.abs(a.length - b.length) > most) return far;
  const width = b.length + 1;
  let before: number[] = [];
  let above = Array.from({ length: Math.min(width, far) }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const [from, to] = [Math.max(1, i - most), Math.min(b.length, i + most)];
    const row: number[] = [];
    if (from === 1) row[0] = i;
    let least = i <= most ? i : far;
    for (let j = from; j <= to; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min((above[j] ?? far) + 1, (row[j - 1] ?? far) + 1, (above[j - 1] ?? far) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? far) + 1);
      }
      row[j] = cost;
      least = Math.min(least, cost);
    }
    effort.left -= to - from + 1;
    // a swap looks two rows back, so only two rows in a row that are too far end it
    if (least > most && !above.some((cost) => cost <= most)) return far;
    [before, above] = [above, row];
  }
  return above[b.length] ?? far;
}
