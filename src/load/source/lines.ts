import { STEERING } from '../../model/control.ts';
import type { Position } from '../diagnostic.ts';

/** The lines of a text. Where they begin is found once, so that a place costs no walk through the text. */
export class Lines {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) this.#starts.push(i + 1);
  }

  /** How many lines there are; the end of the last one begins none. */
  get count(): number {
    return this.#starts.length - (this.#text.endsWith('\n') ? 1 : 0);
  }

  /** Line and column of an offset, counted from 1. */
  positionAt(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#starts[low]! + 1 };
  }

  /** How long a line is, counted from 1, without its end. */
  lengthOf(number: number): number {
    const start = this.#starts[number - 1]!;
    const next = this.#starts[number];
    if (next === undefined) return this.#text.length - start;
    return next - start - (this.#text[next - 2] === '\r' && next - 2 >= start ? 2 : 1);
  }

  /** A part of a line, counted from 1: as many characters from a column on, counted from 0, as there are. */
  part(number: number, from: number, most: number): string {
    const start = this.#starts[number - 1]!;
    const end = start + Math.min(from + most, this.lengthOf(number));
    return this.#text.slice(Math.min(start + from, end), end);
  }
}

const WIDEST = 160;

/**
 * The line before, the line concerned with a mark below, and the line after; of long lines the part around the place,
 * which is all that is read of them: a file may be one line with thousands of mistakes.
 */
export function frame(lines: Lines, from: Position, to: Position): string {
  const last = Math.max(from.line, Math.min(lines.count, from.line + 1));
  const width = String(last).length;
  const hidden = from.column <= WIDEST ? 0 : from.column - WIDEST / 2;
  const out: string[] = [];
  for (let number = Math.max(1, from.line - 1); number <= last; number++) {
    const here = number === from.line;
    const shown = visible(lines.part(number, hidden, WIDEST));
    out.push(`${here ? '>' : ' '} ${String(number).padStart(width)} | ${shown}`.trimEnd());
    if (!here) continue;
    const endColumn = Math.min(to.line === from.line ? to.column : lines.lengthOf(number) + 1, hidden + WIDEST);
    const mark = '^'.repeat(Math.max(1, endColumn - from.column));
    out.push(`  ${' '.repeat(width)} | ${' '.repeat(from.column - 1 - hidden)}${mark}`);
  }
  return out.join('\n');
}

const EVERY_STEERING = new RegExp(STEERING, 'gu');

/** What would move a terminal's cursor or colors becomes one visible character each, so that columns stay true. */
function visible(line: string): string {
  return line.replace(EVERY_STEERING, (character) => (character === '\t' ? ' ' : '\u00b7'));
}
