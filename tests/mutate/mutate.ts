import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Mutant, shown } from './mutant.ts';
import { mutantsOf } from './mutants.ts';
import { Misuse, mirroredTests, type Options, optionsOf } from './options.ts';
import { loadedBy, type Outcome, type Place, run } from './run.ts';
import { sampled } from './sample.ts';

interface Counts extends Record<Outcome, number> {}

/** What the program may touch. */
export interface Io extends Place {
  /** Takes a line of the result. */
  print(line: string): void;
  /** Shows how far it is, in place of what it showed before. */
  progress(text: string): void;
}

/** A file of tests: what it loads, by URL, and the milliseconds that it takes. */
interface Test {
  path: string;
  taken: number;
  loaded: ReadonlySet<string>;
}

/**
 * Tries the mutants of the files that the arguments name, or a sample of them, and prints those that survive and the score.
 * Returns 0 if none survived, else 1. Throws a `Misuse` if the arguments or the tests are wrong.
 */
export async function mutate(argv: readonly string[], io: Io): Promise<number> {
  const options = optionsOf(argv, io.cwd);
  const byFile = Map.groupBy(chosenMutants(options, io.cwd), ({ file }) => file);
  const testsOf = await testsByFile([...byFile.keys()], options.tests, io);
  const all: Counts = { passed: 0, failed: 0, timeout: 0 };
  for (const [file, mutants] of byFile) {
    const counts = await tryAll(file, mutants, testsOf(file), io, options.limit);
    for (const outcome of ['passed', 'failed', 'timeout'] as const) all[outcome] += counts[outcome];
    if (options.sample === undefined) io.print(`${file}: ${scoreOf(counts)}`);
  }
  if (options.files.length > 1 || options.sample !== undefined) io.print(`All: ${scoreOf(all)}`);
  return all.passed > 0 ? 1 : 0;
}

interface MutantOfFile extends Mutant {
  file: string;
}

/** All mutants of the files, or the sample of them. */
function chosenMutants({ files, sample, seed }: Options, cwd: string): MutantOfFile[] {
  const all = files.flatMap((file) =>
    mutantsOf(readFileSync(resolve(cwd, file), 'utf8')).map((mutant) => ({ ...mutant, file })),
  );
  return sample === undefined ? all : sampled(all, sample, seed);
}

/** Runs the tests with each mutant of a file, up to the first that fails, and prints the mutants that survive. */
async function tryAll(
  file: string,
  mutants: readonly Mutant[],
  tests: readonly Test[],
  io: Io,
  limit?: number,
): Promise<Counts> {
  const url = urlOf(file, io.cwd);
  const source = readFileSync(resolve(io.cwd, file), 'utf8');
  const processes = together(tests);
  const outcomeOf = async ({ start, end, text }: Mutant): Promise<Outcome> => {
    for (const { paths, taken } of processes) {
      const outcome = await run(paths, { url, start, end, text }, io, limit ?? 5000 + 4 * taken);
      if (outcome !== 'passed') return outcome;
    }
    return 'passed';
  };
  const counts: Counts = { passed: 0, failed: 0, timeout: 0 };
  for (const [i, mutant] of mutants.entries()) {
    io.progress(`${file}: ${i + 1} of ${mutants.length}, ${counts.passed} survived`);
    const outcome = await outcomeOf(mutant);
    counts[outcome]++;
    io.progress('');
    if (outcome === 'passed') io.print(shown(file, source, mutant));
  }
  return counts;
}

/** Tests that take longer than this, in milliseconds, have a process of their own. */
const LONGEST_TOGETHER = 4000;

/** The tests by the process that they run in: all quick ones together, since most of their time is to start, then each slow one. */
function together(tests: readonly Test[]): { paths: string[]; taken: number }[] {
  const quick = tests.filter(({ taken }) => taken <= LONGEST_TOGETHER);
  const slow = tests.filter(({ taken }) => taken > LONGEST_TOGETHER);
  return [quick, ...slow.map((test) => [test])]
    .filter((some) => some.length > 0)
    .map((some) => ({ paths: some.map(({ path }) => path), taken: some.reduce((sum, { taken }) => sum + taken, 0) }));
}

function urlOf(file: string, cwd: string): string {
  return pathToFileURL(resolve(cwd, file)).href;
}

/** Runs all tests once without a change, and returns which of them load a file, the fastest first. */
async function testsByFile(
  files: readonly string[],
  patterns: readonly string[],
  io: Io,
): Promise<(file: string) => Test[]> {
  const pathsOf = (file: string) =>
    new Set(globSync(patterns.length > 0 ? patterns : mirroredTests(file, io.cwd), { cwd: io.cwd }));
  const paths = new Map(files.map((file) => [file, pathsOf(file)]));
  const tests: Test[] = [];
  for (const path of new Set([...paths.values()].flatMap((some) => [...some].sort()))) {
    io.progress(`${path} without a change`);
    const start = performance.now();
    const loaded = await loadedBy(path, io);
    if (loaded === undefined) throw new Misuse(`${path} fails without any change; fix that first.`);
    tests.push({ path, taken: performance.now() - start, loaded });
  }
  io.progress('');
  tests.sort((a, b) => a.taken - b.taken);
  const [first] = together(tests);
  if (first && (await run(first.paths, { url: '', start: 0, end: 0, text: '' }, io, 600_000)) !== 'passed')
    throw new Misuse('The tests fail in one process without any change; find the two that disturb each other.');
  const testsOf = (file: string) =>
    tests.filter(({ path, loaded }) => paths.get(file)?.has(path) && loaded.has(urlOf(file, io.cwd)));
  if (files.length > 0 && !files.some((file) => testsOf(file).length > 0))
    throw new Misuse(`No test among ${tests.length} files loads ${files.join(', ')}; name others with --test GLOB.`);
  return testsOf;
}

function scoreOf({ passed, failed, timeout }: Counts): string {
  const all = passed + failed + timeout;
  const score = all === 0 ? 100 : Math.floor(((failed + timeout) / all) * 1000) / 10;
  return `${score} % of ${all} changes noticed (${failed} failed a test, ${timeout} took too long, ${passed} survived)`;
}
