import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The environment variable with which V8 writes what a process ran into a folder, as JSON (nodejs.org/api/cli.html). */
export const COVERAGE_VARIABLE = 'NODE_V8_COVERAGE';

/** A part of a file, in UTF-16 units, and how often it ran; a part inside of another says it more exactly. */
interface Range {
  startOffset: number;
  endOffset: number;
  count: number;
}

interface Report {
  result: readonly { url: string; functions: readonly { ranges: readonly Range[] }[] }[];
}

/** What some processes ran: the ranges of each file by its URL, one list for each time that it was loaded. */
export class Coverage {
  readonly #byUrl = new Map<string, Range[][]>();

  /** Keeps what is about the files with the URLs. */
  constructor(reports: readonly Report[], urls: ReadonlySet<string>) {
    for (const { result } of reports) {
      for (const { url, functions } of result) {
        const file = url.replace(/[?#].*$/, '');
        if (!urls.has(file)) continue;
        const loads = this.#byUrl.get(file) ?? [];
        loads.push(functions.flatMap(({ ranges }) => ranges));
        this.#byUrl.set(file, loads);
      }
    }
  }

  /** Whether the file with a URL was loaded. */
  loaded(url: string): boolean {
    return this.#byUrl.has(url);
  }

  /** Whether it was loaded, and what is at an offset of it ran. */
  ran(url: string, offset: number): boolean {
    return (this.#byUrl.get(url) ?? []).some((ranges) => (innermost(ranges, offset)?.count ?? 1) > 0);
  }
}

function innermost(ranges: readonly Range[], offset: number): Range | undefined {
  let best: Range | undefined;
  for (const range of ranges) {
    const isAround = range.startOffset <= offset && offset < range.endOffset;
    if (isAround && (!best || lengthOf(range) <= lengthOf(best))) best = range;
  }
  return best;
}

function lengthOf({ startOffset, endOffset }: Range): number {
  return endOffset - startOffset;
}

/** Reads what processes wrote into a folder about the files with the URLs, and removes it. */
export function coverageIn(folder: string, urls: ReadonlySet<string>): Coverage {
  const reports = readdirSync(folder).map((name): Report => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  rmSync(folder, { recursive: true });
  return new Coverage(reports, urls);
}
