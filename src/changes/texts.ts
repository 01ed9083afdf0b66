import { fold } from '../model/fold.ts';
import type { Code } from '../model/registry.ts';

/** True where two spellings of a code differ in case and separators alone. */
export function isRespelled(before: string, after: string): boolean {
  const folded = fold(before);
  return before !== after && folded !== '' && folded === fold(after);
}

/** The texts by which a caller knows what an error is about. */
function textsOf({ meaning, message, title, remediation }: Code): (string | undefined)[] {
  return [meaning, message, title, remediation.join(' ')];
}

/** The texts that both entries have. */
function commonTexts(before: Code, after: Code): [string, string][] {
  const is = textsOf(after);
  return textsOf(before).flatMap((text, i) => (text !== undefined && is[i] !== undefined ? [[text, is[i]]] : []));
}

/** All that an entry says, folded: the same for two entries that say the same in every text. */
export function allTexts(code: Code): string {
  return JSON.stringify(textsOf(code).map((text) => fold(text ?? '')));
}

/** True where most texts of two entries are the same: they are one entry under two names. */
export function sayTheSame(before: Code, after: Code): boolean {
  const both = commonTexts(before, after);
  const same = both.filter(([a, b]) => a === b || fold(a) === fold(b));
  return same.length * 2 > both.length;
}

/** How many of the words of two texts they share: 1 for all, 0 for none. */
function likeness(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const common = first.intersection(second).size;
  const all = first.size + second.size - common;
  return all === 0 ? Number(fold(a) === fold(b)) : common / all;
}

/** Words of at least four letters, for shorter ones are in every text; in scripts that put no spaces between words, each character. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]|[\p{L}\p{N}]{4,}/gu;

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(WORD) ?? []);
}

/** Below this share of common words two texts are about different things. */
const UNLIKE = 0.2;

/** True where next to nothing that an entry said is left: the code has been given to another error. */
export function meanSomethingElse(before: Code, after: Code): boolean {
  if (before.meaning === after.meaning) return false;
  const shares = commonTexts(before, after).map(([a, b]) => likeness(a, b));
  return shares.reduce((sum, share) => sum + share, 0) / shares.length < UNLIKE;
}
