import { arch, availableParallelism, cpus, loadavg, platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codePath, counted } from '../index.ts';
import { type Compared, compareStates } from './compare.ts';
import { API, codeAt, editOne, WEIGHED, writeRegistry } from './generate.ts';
import type { Peer } from './peers/peers.ts';
import type { Built, Checked, Checks, Machine, PeerBuilds, Rebuilt, Results } from './results.ts';
import { type Run, run, runNode, runProgram } from './run.ts';
import { type Searched, searchSite } from './search.ts';
import { median } from './times.ts';
import { sizeOf, weigh } from './weigh.ts';

/** Does one piece of work, and tells a person who watches what it is. */
type Show = <T>(what: string, work: () => Promise<T>) => Promise<T>;

const ROUNDS = 3;
const CHECK_ROUNDS = 7;
/** Larger registries are built once: their builds are long enough that chance evens out within them. */
const BUILT_ONCE = 5_000;
const BARE = fileURLToPath(new URL('bare.ts', import.meta.url));

/** Generates, checks and builds registries of these sizes below `folder`, and lets peers build the same content. */
export async function measure(
  sizes: readonly number[],
  peers: readonly Peer[],
  folder: string,
  show: Show,
): Promise<Results> {
  const machine = machineNow();
  const all = [1, ...sizes.filter((codes) => codes > 1)];
  for (const codes of all)
    await show(`Writing ${counted(codes, 'code')}`, () => writeRegistry(registryOf(folder, codes), codes));
  const check = await measureChecks(folder, all.at(-1)!, show);
  const comparisons: Compared[] = [];
  for (const codes of all.slice(1)) {
    const compared = () => compareStates(registryOf(folder, codes), codes);
    comparisons.push(await show(`Comparing ${counted(codes, 'code')}`, compared));
  }
  const { builds, peers: others } = await measureBuilds(folder, all, peers, show);
  const weighed = all.filter((codes) => codes >= WEIGHED.among);
  const page = `${API}/${codePath(codeAt(WEIGHED.domain, WEIGHED.position))}index.html`;
  const weights = await Promise.all(
    weighed.map(async (codes) => ({ codes, weight: await weigh(outputOf(folder, codes, 0), page) })),
  );
  const searches: Searched[] = [];
  for (const codes of all.slice(1)) {
    const searched = () => searchSite(outputOf(folder, codes, 0), codes);
    searches.push(await show(`Searching ${counted(codes, 'code')}`, searched));
  }
  const rebuilds: Rebuilt[] = [];
  for (const codes of all.slice(1)) rebuilds.push(await measureRebuilds(folder, codes, show));
  return { machine, builds, rebuilds, check, comparisons, weights, searches, peers: others };
}

function machineNow(): Machine {
  return {
    node: process.version,
    platform: platform(),
    arch: arch(),
    processor: cpus()[0]?.model.trim() ?? '',
    processors: availableParallelism(),
    load: loadavg()[0]!,
  };
}

async function measureChecks(folder: string, largest: number, show: Show): Promise<Checks> {
  const once = (codes: number) =>
    show(`Checking ${counted(codes, 'code')}`, () => runProgram(['check', '--contracts', registryOf(folder, codes)]));
  const bare = () => show('Parsing alone', () => runNode([BARE, join(registryOf(folder, largest), API)]));
  const rounds: { small: Run; large: Run; bare: Run }[] = [];
  await once(1);
  for (let round = 0; round < CHECK_ROUNDS; round++)
    rounds.push({ small: await once(1), large: await once(largest), bare: await bare() });
  const medians = (codes: number, runs: Run[]): Checked => ({
    codes,
    seconds: median(runs.map(({ seconds }) => seconds)),
    cpuSeconds: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
  });
  return {
    runs: CHECK_ROUNDS,
    small: medians(
      1,
      rounds.map(({ small }) => small),
    ),
    large: medians(
      largest,
      rounds.map(({ large }) => large),
    ),
    bare: medians(
      largest,
      rounds.map((it) => it.bare),
    ),
    ratio: median(rounds.map((it) => it.large.seconds / it.bare.seconds)),
  };
}

/**
 * First builds, ours and those of peers by turns. Each gets an output of its own, kept until the end: deleting many files slows the
 * builds that follow.
 */
async function measureBuilds(
  folder: string,
  sizes: readonly number[],
  peers: readonly Peer[],
  show: Show,
): Promise<{ builds: Built[]; peers: PeerBuilds[] }> {
  const runs = new Map<number, Run[]>(sizes.map((codes) => [codes, []]));
  const others = peers.map((peer) => ({
    peer,
    runs: new Map<number, Run[]>(sizes.slice(1).map((codes) => [codes, []])),
  }));
  // the first of all builds fills Node's cache of compiled code
  await build(folder, 1, ROUNDS, show);
  for (let round = 0; round < ROUNDS; round++) {
    for (const codes of sizes.filter((it) => round < roundsOf(it))) {
      runs.get(codes)!.push(await build(folder, codes, round, show));
      for (const { peer, runs } of others) runs.get(codes)?.push(await buildWith(peer, folder, codes, round, show));
    }
  }
  const builds = [...runs].map(async ([codes, done]) => {
    const { pages, bytes, largestPage } = await sizeOf(outputOf(folder, codes, 0));
    return {
      codes,
      runs: done.length,
      seconds: median(done.map(({ seconds }) => seconds)),
      cpuSeconds: median(done.map(({ cpuSeconds }) => cpuSeconds)),
      peakBytes: Math.max(...done.map(({ peakBytes }) => peakBytes)),
      pages,
      outputBytes: bytes,
      largestPage,
    };
  });
  return {
    builds: await Promise.all(builds),
    peers: others.map(({ peer: { name, version }, runs }) => ({
      name,
      version,
      builds: [...runs].map(([codes, done]) => ({
        codes,
        runs: done.length,
        seconds: median(done.map(({ seconds }) => seconds)),
      })),
    })),
  };
}

function buildWith(peer: Peer, folder: string, codes: number, round: number, show: Show): Promise<Run> {
  const project = join(folder, `${peer.name}-${codes}`);
  if (round === 0) peer.prepare(registryOf(folder, codes), project);
  const once = () => run(peer.file, peer.argumentsFor(`${project}-output-${round}`), project);
  return show(`${peer.name} builds ${counted(codes, 'code')}`, once);
}

/** Builds into an output that is there, after a build that was kept: once with nothing changed, then with one code that has another meaning than before. */
async function measureRebuilds(folder: string, codes: number, show: Show): Promise<Rebuilt> {
  const runs = roundsOf(codes);
  const [unchanged, changed]: [number[], number[]] = [[], []];
  await build(folder, codes, 0, show);
  for (let round = 0; round < runs; round++) {
    unchanged.push((await build(folder, codes, 0, show)).seconds);
    await editOne(registryOf(folder, codes));
    changed.push((await build(folder, codes, 0, show)).seconds);
  }
  return { codes, runs, unchangedSeconds: median(unchanged), changedSeconds: median(changed) };
}

function build(folder: string, codes: number, round: number, show: Show): Promise<Run> {
  const args = ['build', '--contracts', registryOf(folder, codes), '--out', outputOf(folder, codes, round)];
  return show(`Building ${counted(codes, 'code')}`, () => runProgram(args));
}

function roundsOf(codes: number): number {
  return codes < BUILT_ONCE ? ROUNDS : 1;
}

function registryOf(folder: string, codes: number): string {
  return join(folder, `registry-${codes}`);
}

function outputOf(folder: string, codes: number, round: number): string {
  return join(folder, `output-${codes}-${round}`);
}
