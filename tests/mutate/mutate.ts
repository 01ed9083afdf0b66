import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Mutant, shown } from './mutant.ts';
import { mutantsOf } from './mutants.ts';
import { type Outcome, type Place, run } from './run.ts';

/** The arguments or the tests don't allow a run; the message says why. */
export class Misuse extends Error {}

interface Counts extends Record<Outcome, number> {}

/** What the program may touch. */
export interface Io extends Place {
  /** Takes a line of the result. */
  print(line: string): void;
  /** Shows how far it is, in place of what it showed before. */
  progress(text: string): void;
}

/**
 * Tries the mutants of the files that the arguments name, and prints those that survive and the score. Returns 0 if none
 * survived, else 1. Throws a `Misuse` if the arguments or the tests are wrong.
 */
export async function mutate(argv: readonly string[], io: Io): Promise<number> {
  const { files, tests, limit } = optionsOf(argv, io.cwd);
  const all: Counts = { passed: 0, failed: 0, timeout: 0 };
  for (const file of files) {
    const counts = await tryAll(file, tests.length > 0 ? tests : testsOf(file, io.cwd), io, limit);
    for (const outcome of ['passed', 'failed', 'timeout'] as const) all[outcome] += counts[outcome];
    io.print(`${file}: ${scoreOf(counts)}`);
  }
  if (files.length > 1) io.print(`All: ${scoreOf(all)}`);
  return all.passed > 0 ? 1 : 0;
}

function optionsOf(
  argv: readonly string[],
  cwd: string,
): { files: string[]; tests: string[]; limit: number | undefined } {
  const { values, positionals } = parsed(argv);
  if (positionals.length === 0) throw new Misuse('Name the files to change, such as src/model/address.ts.');
  const missing = positionals.find((file) => !existsSync(resolve(cwd, file)));
  if (missing !== undefined) throw new Misuse(`There is no file ${missing}.`);
  const limit = values.limit === undefined ? undefined : Number(values.limit);
  if (limit !== undefined && !(limit > 0)) throw new Misuse('--limit takes a number of seconds, such as 30.');
  return { files: positionals, tests: values.test ?? [], limit: limit && limit * 1000 };
}

function parsed(argv: readonly string[]) {
  try {
    const options = { test: { type: 'string', multiple: true }, limit: { type: 'string' } } as const;
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

/** The tests in the nearest folder that mirrors the file's. */
function testsOf(file: string, cwd: string): string[] {
  let folder = dirname(relative(join(cwd, 'src'), resolve(cwd, file)));
  while (folder !== '.' && !folder.startsWith('..')) {
    if (existsSync(join(cwd, 'tests', folder))) return [`tests/${folder.split(sep).join('/')}/**/*.test.ts`];
    folder = dirname(folder);
  }
  throw new Misuse(`No folder in tests/ mirrors that of ${file}; name its tests with --test GLOB.`);
}

/** Runs the tests with each mutant of a file, up to the first that fails, and prints the mutants that survive. */
async function tryAll(file: string, patterns: readonly string[], io: Io, limit?: number): Promise<Counts> {
  const source = readFileSync(resolve(io.cwd, file), 'utf8');
  const url = pathToFileURL(resolve(io.cwd, file)).href;
  const tests = await testsLoading(file, url, globSync(patterns, { cwd: io.cwd }).sort(), io);
  const outcomeOf = async (mutant: Mutant): Promise<Outcome> => {
    for (const { test, taken } of tests) {
      const outcome = await run(test, { url, ...mutant }, io, limit ?? 5000 + 4 * taken);
      if (outcome !== 'passed') return outcome;
    }
    return 'passed';
  };
  const counts: Counts = { passed: 0, failed: 0, timeout: 0 };
  const mutants = mutantsOf(source);
  for (const [i, mutant] of mutants.entries()) {
    io.progress(`${file}: ${i + 1} of ${mutants.length}, ${counts.passed} survived`);
    const outcome = await outcomeOf(mutant);
    counts[outcome]++;
    io.progress('');
    if (outcome === 'passed') io.print(shown(file, source, mutant));
  }
  return counts;
}

/** The files of tests that load the file, the fastest first, with the milliseconds that each takes. */
async function testsLoading(
  file: string,
  url: string,
  tests: readonly string[],
  io: Io,
): Promise<{ test: string; taken: number }[]> {
  const longest = 600_000;
  const loading: { test: string; taken: number }[] = [];
  for (const test of tests) {
    io.progress(`${file}: ${test} without a change`);
    const start = performance.now();
    const unchanged = await run(test, { url, start: 0, end: 0, text: '' }, io, longest);
    const taken = performance.now() - start;
    if (unchanged !== 'passed') throw new Misuse(`${test} fails without any change; fix that first.`);
    const broken = await run(test, { url, start: 0, end: 0, text: "throw new Error('loaded');" }, io, longest);
    if (broken !== 'passed') loading.push({ test, taken });
  }
  io.progress('');
  if (loading.length === 0)
    throw new Misuse(`No test among ${tests.length} files loads ${file}; name others with --test GLOB.`);
  return loading.sort((a, b) => a.taken - b.taken);
}

function scoreOf({ passed, failed, timeout }: Counts): string {
  const all = passed + failed + timeout;
  const score = all === 0 ? 100 : Math.floor(((failed + timeout) / all) * 1000) / 10;
  return `${score} % of ${all} changes noticed (${failed} failed a test, ${timeout} took too long, ${passed} survived)`;
}
