import { once } from '../../model/once.ts';
import type { Span } from '../diagnostic.ts';
import { frame, Lines } from './lines.ts';

/** One file of a registry as it was read. */
export interface SourceFile {
  /** Relative to the registry's folder, with forward slashes: `voice-studio/auth.yaml`. */
  path: string;
  /** Its text; of an image its bytes, as base64. */
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
export interface Document extends DocumentParts {
  /** The lines of its text. */
  lines(): Lines;
}

/** What the reader of a format says of a file. */
interface DocumentParts {
  path: string;
  text: string;
  /** Plain data; keys are always text, however YAML would read them. */
  value: unknown;
  problems: SyntaxProblem[];
  /** The range of the key or value at a path; of the nearest parent that exists where there is none. */
  locate(path: Path, part: 'key' | 'value'): Range;
}

/** A file as it was read. */
export function documentOf<Parts extends DocumentParts>(parts: Parts): Parts & Document {
  return { ...parts, lines: once(() => new Lines(parts.text)) };
}

/** A document without text: for a file that was not read, and for what is in no file. */
export function emptyDocument(path: string): Document {
  return documentOf({ path, text: '', value: {}, problems: [], locate: () => [0, 0] });
}

/** A file of which nothing can be told but one problem. */
export function unreadDocument({ path, text }: SourceFile, problem: SyntaxProblem): Document {
  return documentOf({ path, text, value: undefined, problems: [problem], locate: () => [0, 0] });
}

/** True after a syntax error: the rest of the file is a guess, so nothing more is said of it. */
export function isDamaged({ problems }: Document): boolean {
  return problems.some(({ kind }) => kind === 'syntax');
}

/** A place in a document, as a path (found when needed, for finding costs time) or as offsets. */
export type Place =
  /** `inheritedBy` is the place of a code that has the value from its domain's defaults. */
  | { document: Document; path: Path; part: 'key' | 'value'; inheritedBy?: Place }
  /** `of` is the path of the text that holds the range, if one does. */
  | { document: Document; range: Range; of?: Path | undefined };

/** A place as file, line and column, with its lines quoted. */
export function spanOf(place: Place): Span {
  const { document } = place;
  const [start, end] = 'range' in place ? place.range : document.locate(place.path, place.part);
  const lines = document.lines();
  const from = lines.positionAt(Math.min(start, document.text.length));
  const to = lines.positionAt(Math.min(Math.max(end, start), document.text.length));
  return { file: document.path, start: from, end: to, frame: document.text === '' ? '' : frame(lines, from, to) };
}
