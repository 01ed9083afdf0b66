import { globSync } from 'node:fs';
import type { Coverage } from './coverage.ts';
import { NO_MUTANT } from './mutant.ts';
import { Misuse } from './options.ts';
import { coverageOf, type Place, run } from './run.ts';

/** What the program may touch. */
export interface Io extends Place {
  /** Takes a line of the result. */
  print(line: string): void;
  /** Shows how far it is, in place of what it showed before. */
  progress(text: string): void;
}

/** Files of tests that run in one process, the milliseconds that they take, and how many of their tests pass. */
export interface Together {
  paths: string[];
  taken: number;
  passed: number;
}

/** Files of tests, after they have run once. */
export interface Tests {
  count: number;
  /** Whether one of them loads the file with a URL. */
  load(url: string): boolean;
  /** Those that run what is at an offset of the file, by process, the fastest first. */
  thatRun(url: string, offset: number): Together[];
}

/** A file of tests: the milliseconds that it takes, how many of its tests pass, and what they run. */
interface Test {
  path: string;
  taken: number;
  passed: number;
  coverage: Coverage;
}

/** Tests that take longer than this, in milliseconds, have a process of their own. */
const LONGEST_TOGETHER = 4000;

/**
 * Runs the tests of the patterns once without a change, to see what they run of the files with the URLs; those that take longer than
 * `longest` milliseconds are left out. Throws a `Misuse` if one fails.
 */
export async function testsIn(
  patterns: readonly string[],
  urls: ReadonlySet<string>,
  longest: number | undefined,
  io: Io,
): Promise<Tests> {
  const tests: Test[] = [];
  const paths = globSync([...patterns], { cwd: io.cwd }).sort();
  for (const path of paths) {
    io.progress(`${path} without a change`);
    const start = performance.now();
    const found = await coverageOf(path, urls, io, longest ?? 600_000);
    if (found === 'failed') throw new Misuse(`${path} fails without any change; fix that first.`);
    if (found !== 'timeout') tests.push({ path, taken: performance.now() - start, ...found });
  }
  tests.sort((a, b) => a.taken - b.taken);
  for (const { paths, taken, passed } of together(tests)) {
    if (paths.length === 1) continue;
    io.progress(`${paths.length} files of tests without a change`);
    if ((await run(paths, NO_MUTANT, io, 60_000 + 4 * taken, passed)) !== 'passed')
      throw new Misuse('The tests fail in one process without any change; find the two that disturb each other.');
  }
  io.progress('');
  return {
    count: paths.length,
    load: (url) => tests.some(({ coverage }) => coverage.loaded(url)),
    thatRun: (url, offset) => together(tests.filter(({ coverage }) => coverage.ran(url, offset))),
  };
}

/** The tests by the process that they run in: all quick ones together, since most of their time is to start, then each slow one. */
function together(tests: readonly Test[]): Together[] {
  const quick = tests.filter(({ taken }) => taken <= LONGEST_TOGETHER);
  const slow = tests.filter(({ taken }) => taken > LONGEST_TOGETHER);
  return [quick, ...slow.map((test) => [test])]
    .filter((some) => some.length > 0)
    .map((some) => ({
      paths: some.map(({ path }) => path),
      taken: some.reduce((sum, { taken }) => sum + taken, 0),
      passed: some.reduce((sum, { passed }) => sum + passed, 0),
    }));
}
