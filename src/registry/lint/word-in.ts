import type { Place } from '../source/document.ts';

/** The place of a word inside a longer text; the text's own place where the word is not spelled there as it reads. */
export function wordIn(at: Place, word: string, occurrence = 0): Place {
  const { document } = at;
  const [start, end] = 'range' in at ? at.range : document.locate(at.path, at.part);
  let index = document.text.indexOf(word, start);
  for (let i = 0; i < occurrence && index >= 0; i++) index = document.text.indexOf(word, index + word.length);
  if (index < 0 || index + word.length > end) return at;
  return { document, range: [index, index + word.length] };
}
