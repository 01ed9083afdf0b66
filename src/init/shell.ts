import { inShell } from '../index.ts';

/** A text as one word of a command line, in POSIX shells; quoted only where it has to be. */
export function shellWord(text: string): string {
  return /^[\w./@:+][\w./@:+-]*$/.test(text) ? text : inShell(text);
}
