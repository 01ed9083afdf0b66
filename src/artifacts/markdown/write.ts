/*
 * Writing Markdown (CommonMark, with GitHub's tables) from texts of a registry: what it says is shown, and nothing of it
 * becomes markup that its author did not write, or HTML that would run.
 */

import { codeSpan, codeSpansOf, fenceFor } from '../../model/code-span.ts';
import { CONTROL } from '../../model/control.ts';
import { oneLine, withClosedFences, withoutHeadings } from '../../model/prose.ts';

const EVERY_CONTROL = new RegExp(CONTROL, 'gu');

/** A check refuses them in texts; who prints Markdown to a terminal doesn't rely on it. */
function withoutControls(text: string): string {
  return text.replace(EVERY_CONTROL, ' ');
}

/** Plain text as Markdown that shows just that text. */
export function plain(text: string): string {
  return inlineText(text).trim();
}

/** The same between other texts: a space at either end stays. */
export function inlineText(text: string): string {
  return withoutControls(text)
    .replace(/[\\`*_[\]<>&#|~!]/g, '\\$&')
    .replace(/\s+/g, ' ');
}

/** A text in code, whatever backticks are in it. */
export function code(text: string): string {
  return codeSpan(withoutControls(text).replace(/\s/g, ' '));
}

/** A block of code, whatever fences are in it. */
export function codeBlock(language: string, text: string): string {
  const fence = fenceFor(text, 3);
  return `${fence}${language}\n${withoutControls(text)}\n${fence}`;
}

/** Prose with its HTML made text, its headings made bold, and its code blocks closed. `hrefOf` gives the address of a text in backticks that is a code. */
export function prose(unsafe: string, hrefOf: (text: string) => string | undefined): string {
  const text = withClosedFences(withoutHeadings(withoutControls(unsafe)));
  let out = '';
  let here = 0;
  for (const { start, end, inside } of codeSpansOf(text)) {
    const span = text.slice(start, end);
    const href = span.includes('\n') ? undefined : hrefOf(inside.trim());
    out += withoutHtml(text.slice(here, start)) + (href ? `[${span}](${href})` : span);
    here = end;
  }
  return (out + withoutHtml(text.slice(here))).trim();
}

/** Prose on one line, as cells and items of lists need it. */
export function line(text: string, hrefOf: (text: string) => string | undefined): string {
  return prose(oneLine(text), hrefOf).replace(/\s*\n\s*/g, ' ');
}

/** A text whose lines after the first are indented by as many spaces. */
export function indented(text: string, width: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);
}

/** A table. A bar inside a cell would end it, also inside code. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  return [row(heads), `|${heads.map(() => ' --- |').join('')}`, ...rows.map(row)].join('\n');
}

/** `<` that could begin a tag, a comment or an address is shown as it is. */
function withoutHtml(text: string): string {
  return text.replace(/(?<!\\)<(?=[A-Za-z/!?])/g, '\\<');
}
