import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Mutant, shown } from './mutant.ts';
import { mutantsOf } from './mutants.ts';
import { Misuse, type Options, optionsOf } from './options.ts';
import { type Outcome, run } from './run.ts';
import { sampled } from './sample.ts';
import { type Io, type Tests, testsIn } from './tests.ts';

/**
 * Tries the mutants of the files that the arguments name, or a sample of them, and prints those that survive and the score.
 * Returns 0 if none survived, else 1. Throws a `Misuse` if the arguments or the tests are wrong.
 */
export async function mutate(argv: readonly string[], io: Io): Promise<number> {
  const options = optionsOf(argv, io.cwd);
  const mutants = chosenMutants(options, io.cwd);
  const outcomes = new Map<MutantOfFile, Outcome>();
  const urls = new Set(mutants.map(({ url }) => url));
  let count = 0;
  let isLoaded = false;
  for (const { patterns, longest } of options.rounds) {
    const left = mutants.filter((mutant) => (outcomes.get(mutant) ?? 'passed') === 'passed');
    if (left.length === 0) break;
    const tests = await testsIn(patterns, urls, longest, io);
    count += tests.count;
    isLoaded ||= [...urls].some((url) => tests.load(url));
    await tryAll(left, outcomes, tests, options.limit, io);
  }
  if (mutants.length > 0 && !isLoaded)
    throw new Misuse(`No test among ${count} files loads ${options.files.join(', ')}; name others with --test GLOB.`);
  return report(options, outcomes, io);
}

interface MutantOfFile extends Mutant {
  file: string;
  url: string;
}

/** All mutants of the files, or the sample of them. */
function chosenMutants({ files, sample, seed }: Options, cwd: string): MutantOfFile[] {
  const all = files.flatMap((file) => {
    const url = pathToFileURL(resolve(cwd, file)).href;
    return mutantsOf(readFileSync(resolve(cwd, file), 'utf8')).map((mutant) => ({ ...mutant, file, url }));
  });
  return sample === undefined ? all : sampled(all, sample, seed);
}

/** Runs the tests with each mutant, up to the first that fails. */
async function tryAll(
  mutants: readonly MutantOfFile[],
  outcomes: Map<MutantOfFile, Outcome>,
  tests: Tests,
  limit: number | undefined,
  io: Io,
): Promise<void> {
  for (const [i, mutant] of mutants.entries()) {
    io.progress(`${mutant.file}: ${i + 1} of ${mutants.length}`);
    outcomes.set(mutant, 'passed');
    for (const { paths, taken } of tests.thatRun(mutant.url, mutant.at ?? mutant.start)) {
      const outcome = await run(paths, mutant, io, limit ?? 5000 + 4 * taken);
      outcomes.set(mutant, outcome);
      if (outcome !== 'passed') break;
    }
  }
  io.progress('');
}

/** Prints the survivors and the score, for each file or for the sample. */
function report({ files, sample }: Options, outcomes: ReadonlyMap<MutantOfFile, Outcome>, io: Io): number {
  const survivors = [...outcomes].flatMap(([mutant, outcome]) => (outcome === 'passed' ? [mutant] : []));
  for (const file of files) {
    const source = readFileSync(resolve(io.cwd, file), 'utf8');
    for (const mutant of survivors) if (mutant.file === file) io.print(shown(file, source, mutant));
    if (sample !== undefined) continue;
    io.print(`${file}: ${scoreOf([...outcomes].flatMap(([mutant, it]) => (mutant.file === file ? [it] : [])))}`);
  }
  if (files.length > 1 || sample !== undefined) io.print(`All: ${scoreOf([...outcomes.values()])}`);
  return survivors.length > 0 ? 1 : 0;
}

function scoreOf(outcomes: readonly Outcome[]): string {
  const all = outcomes.length;
  const countOf = (outcome: Outcome) => outcomes.filter((it) => it === outcome).length;
  const [failed, timeout, passed] = [countOf('failed'), countOf('timeout'), countOf('passed')];
  const score = all === 0 ? 100 : Math.floor(((failed + timeout) / all) * 1000) / 10;
  return `${score} % of ${all} changes noticed (${failed} failed a test, ${timeout} took too long, ${passed} survived)`;
}
