/*
 * The distance of two words: how many signs must be added, dropped, replaced or swapped with their neighbour to make one the
 * other. It is asked for ten thousand words at each keystroke, hence the shortcuts.
 */

let [before, above, row] = [new Uint8Array(128), new Uint8Array(128), new Uint8Array(128)];

/** The distance where it is at most `most`, else more than that. */
export function distanceUpTo(most: number, a: string, b: string): number {
  const far = most + 1;
  if (Math.abs(a.length - b.length) > most) return far;
  let [from, endOfA, endOfB] = [0, a.length, b.length];
  while (from < endOfA && from < endOfB && a[from] === b[from]) from++;
  while (endOfA > from && endOfB > from && a[endOfA - 1] === b[endOfB - 1]) [endOfA, endOfB] = [endOfA - 1, endOfB - 1];
  const [rows, columns] = [endOfA - from, endOfB - from];
  if (rows === 0 || columns === 0) return rows + columns;
  if (columns >= row.length)
    [before, above, row] = [columns, columns, columns].map((it) => new Uint8Array(it * 2)) as [
      typeof row,
      typeof row,
      typeof row,
    ];
  for (let j = 0; j <= columns; j++) above[j] = Math.min(j, far);
  for (let i = 1; i <= rows; i++) {
    row.fill(far, 0, columns + 1);
    row[0] = Math.min(i, far);
    let least = row[0]!;
    const last = Math.min(columns, i + most);
    for (let j = Math.max(1, i - most); j <= last; j++) {
      const [signOfA, signOfB] = [a.charCodeAt(from + i - 1), b.charCodeAt(from + j - 1)];
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (signOfA === signOfB ? 0 : 1));
      if (i > 1 && j > 1 && signOfA === b.charCodeAt(from + j - 2) && a.charCodeAt(from + i - 2) === signOfB) {
        cost = Math.min(cost, before[j - 2]! + 1);
      }
      row[j] = Math.min(cost, far);
      least = Math.min(least, row[j]!);
    }
    if (least > most) return far;
    [before, above, row] = [above, row, before];
  }
  return above[columns]!;
}
