import type { Document, Range, SourceFile } from '../load/index.ts';
import type { Envelope } from '../model/schema/envelope.ts';
import type { Json } from '../model/schema/field.ts';

/** A value as a source has it, and where. */
export interface Cell {
  value: Json;
  at: Range;
}

/** One error as a source has it: its values by the source's own names of fields. */
export interface Row {
  at: Range;
  cells: ReadonlyMap<string, Cell>;
}

/** What could not be read, and where. */
export interface Problem {
  at: Range;
  message: string;
  fix: string;
}

/** What the reader of a format makes of a file. */
export interface Reading {
  rows: Row[];
  problems: Problem[];
  /** True where its texts are Markdown; others are plain text, whose characters mean themselves. */
  isMarkdown: boolean;
  /** From which of the source's fields a field of the registry comes, the first that has a value, where the format decides that. */
  mapping?: Readonly<Partial<Record<Target, readonly string[]>>>;
  about?: About;
  /** Other files that were read; a place in one is its start and the place in its text. */
  parts?: readonly SourcePart[];
}

/** A file that a source refers to: its places begin at `start`, behind the text of the source and of the files before. */
export interface SourcePart {
  start: number;
  document: Document;
}

/** What a source says of the API as a whole. */
export interface About {
  title?: string | undefined;
  summary?: string | undefined;
  version?: string | undefined;
  baseUrl?: string | undefined;
  envelope?: Envelope | undefined;
}

/** What is read: a file, and what it can't do without. */
export interface Input {
  file: SourceFile;
  /** The files that it refers to, by paths from where its own counts; with `trouble` those that could not be read. */
  others?: readonly SourceFile[] | undefined;
  /** The module `typescript`, where TypeScript is read; without its type, so that the library's types don't need the package. */
  typescript?: object | undefined;
}

/** The fields of an entry that an import can fill, in the order in which entries have them; `domain` chooses the file. */
export const TARGETS = [
  'code',
  'title',
  'names',
  'status',
  'severity',
  'fault',
  'message',
  'meaning',
  'causes',
  'remediation',
  'retry',
  'operations',
  'since',
  'deprecated',
  'domain',
] as const;

export type Target = (typeof TARGETS)[number];

/** True for the name of a field that an import can fill. */
export function isTarget(name: string): name is Target {
  return TARGETS.some((it) => it === name);
}

/** A row from values by name; those that say nothing are left out. */
export function rowOf(at: Range, cells: Iterable<readonly [name: string, cell: Cell | undefined]>): Row {
  const known = new Map<string, Cell>();
  for (const [name, cell] of cells) if (cell && !isBlank(cell.value)) known.set(name, cell);
  return { at, cells: known };
}

/** What tables write where there is nothing to say. */
export function isBlank(value: Json): boolean {
  return value === null || (typeof value === 'string' && /^\s*(?:[-–—]+|n\/?a|none|null)?\s*$/i.test(value));
}

/** True for an object of JSON. */
export function isObject(value: unknown): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
