import { loadavg } from 'node:os';
import { join } from 'node:path';
import { codePath, counted } from '../index.ts';
import { type Compared, compareStates } from './compare.ts';
import { API, codeAt, WEIGHED, writeRegistry } from './generate.ts';
import { type Run, runProgram } from './run.ts';
import { type Searched, searchSite } from './search.ts';
import { median } from './times.ts';
import { sizeOf, type Weight, weigh } from './weigh.ts';

/** All that one bench found. */
export interface Results {
  /** How many processes wanted a processor before the bench began (0 where the system doesn't tell). */
  load: number;
  /** By ascending number of codes; the first is the registry of one code, whose build is all start-up. */
  builds: Built[];
  check: Checks;
  /** The comparison of two states of each registry but that of one code. */
  comparisons: Compared[];
  /** A code's page in each registry that is large enough to have it. */
  weights: { codes: number; weight: Weight }[];
  /** The search of each site but that of one code. */
  searches: Searched[];
}

/** The builds of one registry. */
export interface Built {
  codes: number;
  runs: number;
  /** The medians of the runs. */
  seconds: number;
  cpuSeconds: number;
  /** The highest of the runs. */
  peakBytes: number;
  pages: number;
  outputBytes: number;
}

/** The checks of one registry: the medians of the runs. */
interface Checked {
  codes: number;
  seconds: number;
  cpuSeconds: number;
}

/** Checks of the smallest and of the largest registry, by turns. */
interface Checks {
  runs: number;
  small: Checked;
  large: Checked;
  /** The median of what each pair of runs differs by. */
  difference: number;
}

/** Does one piece of work, and tells a person who watches what it is. */
type Show = <T>(what: string, work: () => Promise<T>) => Promise<T>;

const ROUNDS = 3;
const CHECK_ROUNDS = 7;
/** Larger registries are built once: their builds are long enough that chance evens out within them. */
const BUILT_ONCE = 5_000;

/** Generates, checks and builds registries of these sizes below `folder`. */
export async function measure(sizes: readonly number[], folder: string, show: Show): Promise<Results> {
  const load = loadavg()[0]!;
  const all = [1, ...sizes.filter((codes) => codes > 1)];
  for (const codes of all)
    await show(`Writing ${counted(codes, 'code')}`, () => writeRegistry(registryOf(folder, codes), codes));
  const check = await measureChecks(folder, all.at(-1)!, show);
  const comparisons: Compared[] = [];
  for (const codes of all.slice(1)) {
    const compared = () => compareStates(registryOf(folder, codes), codes);
    comparisons.push(await show(`Comparing ${counted(codes, 'code')}`, compared));
  }
  const builds = await measureBuilds(folder, all, show);
  const weighed = all.filter((codes) => codes >= WEIGHED.among);
  const page = `${API}/${codePath(codeAt(WEIGHED.domain, WEIGHED.position))}index.html`;
  const weights = await Promise.all(
    weighed.map(async (codes) => ({ codes, weight: await weigh(outputOf(folder, codes, 0), page) })),
  );
  const searches: Searched[] = [];
  for (const codes of all.slice(1)) {
    searches.push(
      await show(`Searching ${counted(codes, 'code')}`, () => searchSite(outputOf(folder, codes, 0), codes)),
    );
  }
  return { load, builds, check, comparisons, weights, searches };
}

async function measureChecks(folder: string, largest: number, show: Show): Promise<Checks> {
  const once = (codes: number) =>
    show(`Checking ${counted(codes, 'code')}`, () => runProgram(['check', '--contracts', registryOf(folder, codes)]));
  const pairs: [small: Run, large: Run][] = [];
  await once(1);
  for (let round = 0; round < CHECK_ROUNDS; round++) pairs.push([await once(1), await once(largest)]);
  const medians = (codes: number, runs: Run[]): Checked => ({
    codes,
    seconds: median(runs.map(({ seconds }) => seconds)),
    cpuSeconds: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
  });
  return {
    runs: CHECK_ROUNDS,
    small: medians(
      1,
      pairs.map(([small]) => small),
    ),
    large: medians(
      largest,
      pairs.map(([, large]) => large),
    ),
    difference: median(pairs.map(([small, large]) => large.seconds - small.seconds)),
  };
}

/** Each build gets an output of its own, kept until the end: deleting many files slows the builds that follow. */
async function measureBuilds(folder: string, sizes: readonly number[], show: Show): Promise<Built[]> {
  const runs = new Map<number, Run[]>(sizes.map((codes) => [codes, []]));
  const once = (codes: number, round: number) =>
    show(`Building ${counted(codes, 'code')}`, () =>
      runProgram(['build', '--contracts', registryOf(folder, codes), '--out', outputOf(folder, codes, round)]),
    );
  await once(1, ROUNDS);
  for (let round = 0; round < ROUNDS; round++) {
    for (const codes of sizes) if (round === 0 || codes < BUILT_ONCE) runs.get(codes)!.push(await once(codes, round));
  }
  return Promise.all(
    [...runs].map(async ([codes, done]) => {
      const { pages, bytes } = await sizeOf(outputOf(folder, codes, 0));
      return {
        codes,
        runs: done.length,
        seconds: median(done.map(({ seconds }) => seconds)),
        cpuSeconds: median(done.map(({ cpuSeconds }) => cpuSeconds)),
        peakBytes: Math.max(...done.map(({ peakBytes }) => peakBytes)),
        pages,
        outputBytes: bytes,
      };
    }),
  );
}

function registryOf(folder: string, codes: number): string {
  return join(folder, `registry-${codes}`);
}

function outputOf(folder: string, codes: number, round: number): string {
  return join(folder, `output-${codes}-${round}`);
}
