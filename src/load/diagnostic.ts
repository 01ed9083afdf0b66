/** How much a diagnostic weighs: errors fail a build, warnings only under `--strict`. */
export type Level = 'error' | 'warning';

/** A point in a file, both counted from 1; columns count UTF-16 units, as editors do. */
export interface Position {
  line: number;
  column: number;
}

/** A stretch of one registry file, with the lines around it as a person should see them. */
export interface Span {
  /** The file, relative to the registry's folder, with forward slashes. */
  file: string;
  start: Position;
  end: Position;
  /** The lines concerned, numbered and marked; empty for a file that has no lines to show. */
  frame: string;
}

/** A problem found in a registry: the one record that every check returns. */
export interface Diagnostic extends Span {
  /** The rule's id, which is also its file, its fixture and its anchor in the docs. */
  rule: string;
  level: Level;
  /** What is wrong and why it matters, in one or two sentences. */
  message: string;
  /** What to write instead. */
  fix: string;
  /** Other places that belong to the same problem, such as the first of two equal codes. */
  also: (Span & { message: string })[];
}

/** Orders diagnostics by file, then line, column and rule, so that output never depends on the order of work. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compare(a.file, b.file) ||
    a.start.line - b.start.line ||
    a.start.column - b.start.column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
