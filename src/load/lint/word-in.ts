import { once } from '../../model/once.ts';
import type { Place } from '../source/document.ts';

/** The place of a word inside a longer text; the text's own place where the word is not spelled there as it reads. */
export function wordIn(at: Place, word: string): Place {
  return wordsIn(at)(word);
}

/** A file may write a text with escapes, so that none of its words is found; then not all of them are looked for. */
const MOST_MISSES = 20;

/**
 * Finds words inside a longer text one after the other, each behind the one before; so that finding all words of a text
 * reads it once. The text's own place for a word that is not found there.
 */
export function wordsIn(at: Place): (word: string) => Place {
  const { document } = at;
  // a document builds its tree of places when it is asked for one: most words are right, and their places asked for by nobody
  const found = once(() => {
    const [start, end] = 'range' in at ? at.range : document.locate(at.path, at.part);
    return { start, text: document.text.slice(start, end) };
  });
  let from = 0;
  let misses = 0;
  return (word) => {
    const { start, text } = found();
    const index = misses < MOST_MISSES ? text.indexOf(word, from) : -1;
    if (index < 0) {
      misses++;
      return at;
    }
    from = index + word.length;
    return { document, range: [start + index, start + from], of: 'path' in at ? at.path : at.of };
  };
}
