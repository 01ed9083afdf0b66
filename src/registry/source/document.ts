import type { Position, Span } from '../diagnostic.ts';

/** One file of a registry as it was read. */
export interface SourceFile {
  /** Relative to the registry's folder, with forward slashes: `voice-studio/auth.yaml`. */
  path: string;
  text: string;
  /** Why the file could not be taken: a link leads out of the folder, it can't be read, it is not UTF-8 text, or its reader crashes. */
  trouble?: 'outside' | 'unreadable' | 'encoding' | 'crash';
}

/** Keys and indexes from the top of a file's value to the place meant. */
export type Path = readonly (string | number)[];

/** Offsets into a file's text, in UTF-16 units; the end is not part of it. */
export type Range = readonly [start: number, end: number];

/** A problem that the reader of a format found, before any schema. */
export interface SyntaxProblem {
  kind: 'syntax' | 'duplicate-key';
  message: string;
  fix: string;
  range: Range;
  /** For a duplicate key: where the key stands, and the place where it stood first. */
  path?: Path;
  first?: Range;
}

/** A file as a value whose every part still knows its place. */
export interface Document {
  path: string;
  text: string;
  /** Plain data; keys are always text, however YAML would read them. */
  value: unknown;
  problems: SyntaxProblem[];
  /** The range of the key or value at a path; of the nearest parent that exists where there is none. */
  locate(path: Path, part: 'key' | 'value'): Range;
}

/** A document without text: for a file that was not read, and for what stands in no file. */
export function emptyDocument(path: string): Document {
  return { path, text: '', value: {}, problems: [], locate: () => [0, 0] };
}

/** True after a syntax error: the rest of the file is a guess, so nothing more is said of it. */
export function isDamaged({ problems }: Document): boolean {
  return problems.some(({ kind }) => kind === 'syntax');
}

/** A place in a document, as a path (found when needed, for finding costs time) or as offsets. */
export type Place = { document: Document; path: Path; part: 'key' | 'value' } | { document: Document; range: Range };

/** A place as file, line and column, with its lines quoted. */
export function spanOf(place: Place): Span {
  const { document } = place;
  const [start, end] = 'range' in place ? place.range : document.locate(place.path, place.part);
  const lines = linesOf(document);
  const from = lines.positionAt(Math.min(start, document.text.length));
  const to = lines.positionAt(Math.min(Math.max(end, start), document.text.length));
  return { file: document.path, start: from, end: to, frame: document.text === '' ? '' : frame(lines, from, to) };
}

class Lines {
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

  /** The text of a line, counted from 1, without its end. */
  line(number: number): string {
    return this.#text.slice(this.#starts[number - 1], this.#starts[number] ?? this.#text.length).replace(/\r?\n$/, '');
  }
}

const known = new WeakMap<Document, Lines>();

function linesOf(document: Document): Lines {
  const lines = known.get(document) ?? new Lines(document.text);
  known.set(document, lines);
  return lines;
}

const WIDEST = 160;

/** The line before, the line concerned with a mark below, and the line after; of long lines the part around the place. */
function frame(lines: Lines, from: Position, to: Position): string {
  const last = Math.max(from.line, Math.min(lines.count, from.line + 1));
  const width = String(last).length;
  const hidden = from.column <= WIDEST ? 0 : from.column - WIDEST / 2;
  const out: string[] = [];
  for (let number = Math.max(1, from.line - 1); number <= last; number++) {
    const line = visible(lines.line(number));
    const here = number === from.line;
    const shown = line.slice(hidden, hidden + WIDEST);
    out.push(`${here ? '>' : ' '} ${String(number).padStart(width)} | ${shown}`.trimEnd());
    if (!here) continue;
    const endColumn = Math.min(to.line === from.line ? to.column : line.length + 1, hidden + WIDEST);
    const mark = '^'.repeat(Math.max(1, endColumn - from.column));
    out.push(`  ${' '.repeat(width)} | ${' '.repeat(from.column - 1 - hidden)}${mark}`);
  }
  return out.join('\n');
}

/** Control characters would move a terminal's cursor or colours; each becomes one visible sign, so that columns stay true. */
function visible(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return line.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (sign) =>
    sign === '\t' ? ' ' : '\u00b7',
  );
}
