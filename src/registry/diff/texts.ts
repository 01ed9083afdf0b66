import type { Code } from '../registry.ts';

/** Letters and digits alone, in lower case: two texts that fold alike say the same. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The texts by which a caller knows what an error is about. */
function textsOf({ meaning, message, title, remediation }: Code): (string | undefined)[] {
  return [meaning, message, title, remediation.join(' ')];
}

/** True where most texts of two entries are the same: they are one entry under two names. */
export function sayTheSame(before: Code, after: Code): boolean {
  const [was, is] = [textsOf(before), textsOf(after)];
  const both = was.flatMap((text, i) => (text !== undefined && is[i] !== undefined ? [[text, is[i]] as const] : []));
  const same = both.filter(([a, b]) => fold(a) === fold(b));
  return same.length * 2 > both.length;
}

/** How many of the words of two texts they share: 1 for all, 0 for none. */
export function likeness(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const common = first.intersection(second).size;
  const all = first.size + second.size - common;
  return all === 0 ? 1 : common / all;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}

/** Below this share of common words two texts are about different things. */
const UNLIKE = 0.2;

/** True where nothing that an entry said is left: the code has been given to another error. */
export function meanSomethingElse(before: Code, after: Code): boolean {
  const [was, is] = [textsOf(before), textsOf(after)];
  const both = was.flatMap((text, i) => (text !== undefined && is[i] !== undefined ? [[text, is[i]] as const] : []));
  return both.every(([a, b]) => likeness(a, b) < UNLIKE);
}
