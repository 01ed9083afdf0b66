/** Characters that a reader would not see, or that would turn or end a line: control, format and surrogate characters, and U+2028. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

const unit = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
const units = (character: string) => [...Array(character.length).keys()].map((i) => unit(character[i]!)).join('');
const wide = (character: string) => `\\U${character.codePointAt(0)!.toString(16).padStart(8, '0')}`;

/** A string of JavaScript. */
export function inTypeScript(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replace(UNSEEN, units)}'`;
}

/** A string of Python. */
export function inPython(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replace(UNSEEN, (character) => (character.length > 1 ? wide(character) : unit(character)))}"`;
}

/** A string of Go, which has no half of a surrogate pair: its reader of JSON makes U+FFFD of one. */
export function inGo(text: string): string {
  const whole = text.toWellFormed();
  return `"${whole.replace(/[\\"]/g, '\\$&').replace(UNSEEN, (character) => (character.length > 1 ? wide(character) : unit(character)))}"`;
}

/** A string of jq inside a word of the shell in single quotes; JSON, with the single quote escaped too. */
export function inJq(text: string): string {
  return JSON.stringify(text.toWellFormed()).replaceAll("'", '\\u0027').replace(UNSEEN, units);
}

/** A word of a POSIX shell in single quotes. */
export function inShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A text for a comment to the end of the line, in lines of at most `width` characters where its words allow. */
export function comment(text: string, mark: string, indent = '', width = 74): string[] {
  const words = text.replace(UNSEEN, ' ').split(/\s+/u).filter(Boolean);
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${indent}${mark} ${word}`);
  }
  return lines;
}
