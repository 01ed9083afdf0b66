import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type LoadedMutant, type Mutant, NO_MUTANT, shown } from './mutant.ts';
import { mutantsOf } from './mutants.ts';
import { Misuse, type Options, optionsOf } from './options.ts';
import { type Outcome, run } from './run.ts';
import { sampled } from './sample.ts';
import { type Io, type Tests, type Together, testsIn } from './tests.ts';

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
  for (const [index, { patterns, longest }] of options.rounds.entries()) {
    const left = mutants.filter((mutant) => (outcomes.get(mutant) ?? 'passed') === 'passed');
    if (left.length === 0) break;
    const tests = await testsIn(patterns, urls, longest, io);
    count += tests.count;
    isLoaded ||= [...urls].some((url) => tests.load(url));
    const isLast = index === options.rounds.length - 1;
    if (isLast && !isLoaded)
      throw new Misuse(`No test among ${count} files loads ${options.files.join(', ')}; name others with --test GLOB.`);
    for (const [i, mutant] of left.entries()) {
      io.progress(`${mutant.file}: ${i + 1} of ${left.length}`);
      const outcome = await outcomeOf(mutant, tests, options.limit, io);
      outcomes.set(mutant, outcome);
      io.progress('');
      if (isLast && outcome === 'passed') io.print(shown(mutant.file, sourceOf(mutant.file, io.cwd), mutant));
    }
  }
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
    return mutantsOf(sourceOf(file, cwd)).map((mutant) => ({ ...mutant, file, url }));
  });
  return sample === undefined ? all : sampled(all, sample, seed);
}

function sourceOf(file: string, cwd: string): string {
  return readFileSync(resolve(cwd, file), 'utf8');
}

/** Runs the tests that execute a mutant with it, up to the first that fails. */
async function outcomeOf(
  { url, start, end, text, at = start }: MutantOfFile,
  tests: Tests,
  limit: number | undefined,
  io: Io,
): Promise<Outcome> {
  for (const group of tests.thatRun(url, at)) {
    const outcome = await outcomeIn(group, { url, start, end, text }, limit, io);
    if (outcome !== 'passed') return outcome;
  }
  return 'passed';
}

/** Runs tests with a mutant, for longer if they take as long without it, because then the machine is busy. */
async function outcomeIn(
  { paths, taken, passed }: Together,
  mutant: LoadedMutant,
  limit: number | undefined,
  io: Io,
): Promise<Outcome> {
  for (let longest = limit ?? 5000 + 4 * taken; ; longest *= 3) {
    const outcome = await run(paths, mutant, io, longest, passed);
    if (outcome !== 'timeout' || limit !== undefined) return outcome;
    if ((await run(paths, NO_MUTANT, io, longest, passed)) !== 'timeout') return outcome;
  }
}

/** Prints the score, of each file or of the sample. */
function report({ files, sample }: Options, outcomes: ReadonlyMap<MutantOfFile, Outcome>, io: Io): number {
  for (const file of sample === undefined ? files : [])
    io.print(`${file}: ${scoreOf([...outcomes].flatMap(([mutant, it]) => (mutant.file === file ? [it] : [])))}`);
  const all = [...outcomes.values()];
  if (files.length > 1 || sample !== undefined) io.print(`All: ${scoreOf(all)}`);
  return all.includes('passed') ? 1 : 0;
}

function scoreOf(outcomes: readonly Outcome[]): string {
  const all = outcomes.length;
  const countOf = (outcome: Outcome) => outcomes.filter((it) => it === outcome).length;
  const [failed, timeout, passed] = [countOf('failed'), countOf('timeout'), countOf('passed')];
  const score = all === 0 ? 100 : Math.floor(((failed + timeout) / all) * 1000) / 10;
  return `${score} % of ${all} changes noticed (${failed} failed a test, ${timeout} took too long, ${passed} survived)`;
}
