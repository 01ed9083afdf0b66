import { diffArrays } from 'diff';

/** A piece of two texts: in both, only in the first, or only in the second. */
export interface Piece {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Texts that differ in more words are shown as gone and new as a whole, because marks on every other word help nobody. */
const MOST_CHANGES = 2000;

/** What of a text was taken away and what was added, by whole words, with as much kept as possible. */
export function wordDiff(before: string, after: string): Piece[] {
  const parts = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: MOST_CHANGES });
  if (!parts) {
    return [
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ];
  }
  return parts.map(({ value, added, removed }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value.join(''),
  }));
}

/** Words, such as `2026-12`, and other characters, each with the white space after it. */
function wordsOf(text: string): string[] {
  return text.match(/(?:[\p{L}\p{M}\p{N}_]+(?:[-.:/][\p{L}\p{M}\p{N}_]+)*|\S)\s*|\s+/gu) ?? [];
}
