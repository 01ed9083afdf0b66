/** A piece of two texts: in both, only in the first, or only in the second. */
export interface Piece {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** So many pairs of words are compared at most; longer texts are shown as gone and new as a whole. */
const MOST_PAIRS = 250_000;

/** What of a text was taken away and what was added, by whole words, with as much kept as can be. */
export function wordDiff(before: string, after: string): Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const inner = middle(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return joined([
    ...a.slice(0, start).map((text): Piece => ({ kind: 'same', text })),
    ...inner,
    ...a.slice(a.length - end).map((text): Piece => ({ kind: 'same', text })),
  ]);
}

/** Words, such as `2026-12`, and signs, each with the white space after it. */
function wordsOf(text: string): string[] {
  return text.match(/(?:[\p{L}\p{M}\p{N}_]+(?:[-.:/][\p{L}\p{M}\p{N}_]+)*|\S)\s*|\s+/gu) ?? [];
}

function middle(a: readonly string[], b: readonly string[]): Piece[] {
  if (a.length * b.length > MOST_PAIRS) {
    return [...a.map((text): Piece => ({ kind: 'gone', text })), ...b.map((text): Piece => ({ kind: 'new', text }))];
  }
  const kept = commonFrom(a, b);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: 'same', text: a[i]! });
      [i, j] = [i + 1, j + 1];
    } else if (i < a.length && (j === b.length || kept[i + 1]![j]! >= kept[i]![j + 1]!)) {
      pieces.push({ kind: 'gone', text: a[i++]! });
    } else {
      pieces.push({ kind: 'new', text: b[j++]! });
    }
  }
  return pieces;
}

/** How many words can be kept of what is left from a place in each text on. */
function commonFrom(a: readonly string[], b: readonly string[]): Uint32Array[] {
  const kept = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      kept[i]![j] = a[i] === b[j] ? kept[i + 1]![j + 1]! + 1 : Math.max(kept[i + 1]![j]!, kept[i]![j + 1]!);
    }
  }
  return kept;
}

/** Neighbours of one kind as one piece; what is gone stands before what is new in its place. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const { kind, text } of pieces) {
    const last = out.at(-1);
    if (last?.kind === kind) last.text += text;
    else out.push({ kind, text });
  }
  return out;
}
