import { present } from '../helpers/present.ts';
/** One small change of a program's text, as a careless edit would make it. */
export interface Mutant {
  /** Where the replaced text starts and ends, in UTF-16 units. */
  start: number;
  end: number;
  /** An offset that runs if the change matters, where that isn't the start: the right side of `&&` may never run. */
  at?: number;
  /** What is there instead. */
  text: string;
}

/** The environment variable that carries a mutant to the processes that run tests, as JSON. */
export const MUTANT_VARIABLE = 'ERRORBOOK_MUTANT';

/** A mutant of a file, by the URL that the file is loaded under. */
export interface LoadedMutant extends Mutant {
  url: string;
}

/** Leaves every file as it is. */
export const NO_MUTANT: LoadedMutant = { url: '', start: 0, end: 0, text: '' };

/** The program's text with one change. */
export function applied(source: string, { start, end, text }: Mutant): string {
  return source.slice(0, start) + text + source.slice(end);
}

/** A mutant as a survivor is listed: `file:line:column  before → after`, on one line; line and column count from 1. */
export function shown(file: string, source: string, mutant: Mutant): string {
  const before = source.slice(0, mutant.start).split('\n');
  const place = `${file}:${before.length}:${present(before.at(-1)).length + 1}`;
  return `${place}  ${short(source.slice(mutant.start, mutant.end))} → ${short(mutant.text) || '(nothing)'}`;
}

function short(code: string): string {
  const line = code.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
