import { fold } from '../../browser.ts';

/** The words of a text or an identifier, in lower case: `requiredScope`, `REQUIRED_SCOPE` and `required-scope` are the same two. */
export function wordsOf(text: string): string[] {
  return (
    text
      .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The words of a text, and each identifier in it also as one word: `SpiceDB` is found as `spicedb` too. */
export function indexedWords(text: string): string[] {
  const words = wordsOf(text);
  for (const [identifier] of text.matchAll(/[\p{L}\p{N}]+(?:[_-][\p{L}\p{N}]+)*/gu)) {
    if (/[_-]|[\p{Ll}\p{N}]\p{Lu}/u.test(identifier)) words.push(fold(identifier));
  }
  return words;
}

/** Words of almost every sentence, which identify nothing. `not` and `no` are not among them. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at be been by can could do does for from has have how i if in into is it its my of on or that the this to was were what when which why will with would you your'.split(
    ' ',
  ),
);
