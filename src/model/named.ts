import { codeSpansOf, fenceFor } from './code-span.ts';

const LONGEST = 80;

/** What needs no care in a sentence; most names are so. */
const PLAIN = /^[\w ./:-]*$/;

/** The beginning of a name that may be as long as a file: enough to know it by. */
export function clip(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…` : name;
}

/**
 * A name from a registry inside a sentence: in backticks (more of them where it has its own, as CommonMark 6.1 asks),
 * clipped, and on one line.
 */
export function named(name: string): string {
  if (name.length <= LONGEST && PLAIN.test(name)) return `\`${name}\``;
  const text = clip(name.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '));
  return text.includes('`') ? `${fenceFor(text)} ${text} ${fenceFor(text)}` : `\`${text}\``;
}

/** Several names, one after the other. */
export function namedAll(names: readonly string[]): string {
  return names.map(named).join(', ');
}

/** A part of a sentence: text, or a name that {@link named} put there. */
export interface SentencePart {
  text: string;
  isName: boolean;
}

/** The parts of a sentence with names in it, in order; empty ones are left out. */
export function sentenceParts(sentence: string): SentencePart[] {
  const parts: SentencePart[] = [];
  let here = 0;
  for (const { start, end, run, inside } of codeSpansOf(sentence)) {
    parts.push({ text: sentence.slice(here, start), isName: false });
    parts.push({ text: run.length > 1 ? inside.replace(/^ (.*) $/, '$1') : inside, isName: true });
    here = end;
  }
  parts.push({ text: sentence.slice(here), isName: false });
  return parts.filter(({ text }) => text !== '');
}
