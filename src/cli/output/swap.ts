import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Lister } from '../files-below.ts';
import { UsageError } from '../io.ts';
import { foreignError, othersIn, writeMark } from './contents.ts';
import { isLeftover, removeIfPossible, removeLeftovers, temporaryName, temporaryNames } from './leftovers.ts';
import { makeFolder, realOf } from './real-path.ts';
import { reasonOf } from './write-whole.ts';

const BUILDING = 'building-';
/** Beside an output: `built/{output}` is the new one, `saved-{number}/{output}` the one before. */
const SWAP = '.errorbook-swap-';
/** The folder of a swap that is over: nothing in it is ever brought back, because a part of it may be gone. */
const OVER = '.errorbook-over-';
/** How often a build that was overtaken by another one tries again. */
const TRIES = 9;

/** A folder in which a build grows; the output itself stays as it is until {@link Growing.finish}. */
export interface Growing {
  folder: string;
  /** Where the program that renders the pages goes, beside the build and not part of it. */
  programs: string;
  /**
   * Puts the finished build in the output's place. Throws a {@link UsageError} if that can't be done, with the output
   * as it was. `files` are its files, where the caller has listed them; `spare` is where the previous output goes,
   * without what is kept in outputs; `list` says what is in the folders of that.
   */
  finish(more?: { files?: readonly string[]; spare?: string | undefined; list?: Lister }): Promise<void>;
  /** Removes what there is of the build. */
  abandon(): void;
}

/**
 * Prepares a build that will be at `out`; if that is a link, in the folder that it leads to. The build grows below the
 * project, because Astro resolves packages from there. Whatever way the process ends before `finish`, the previous
 * output is untouched and the half-built folder is gone.
 */
export function growFor(out: string, project: string): Growing {
  const nursery = join(project, '.astro');
  makeFolder(nursery);
  removeLeftovers(nursery, BUILDING);
  const work = join(nursery, temporaryName(BUILDING));
  const target = realOf(out);
  const swapping = join(dirname(target), temporaryName(SWAP));
  const forget = atTheEnd(() => {
    removeIfPossible(work);
    endSwap(swapping);
  });
  mkdirSync(work);
  const folder = join(work, 'site');
  return {
    folder,
    programs: join(work, 'programs'),
    abandon: forget,
    async finish({ files, spare, list } = {}) {
      try {
        await writeMark(folder, files);
        const built = join(swapping, 'built', basename(target));
        makeFolder(dirname(built));
        await move(folder, built);
        const saved = swap(built, target, swapping, list);
        if (spare !== undefined && saved !== undefined) moveIfPossible(saved, spare);
      } catch (error) {
        if (!(error instanceof Error && 'syscall' in error)) throw error;
        throw new UsageError(`The output ${out} couldn't be replaced (${reasonOf(error)}); it was left unchanged.`);
      } finally {
        forget();
      }
    },
  };
}

/** Brings back what builds that were killed have taken from beside `target`, then removes their folders. */
export function restoreBeside(target: string): void {
  const folder = dirname(target);
  for (const name of temporaryNames(folder, SWAP)) {
    restore(join(folder, name));
    if (isLeftover(folder, name, SWAP)) endSwap(join(folder, name));
  }
  removeLeftovers(folder, OVER);
}

/** Does `clean` when the process ends, also by a signal; call the result to do it now. */
function atTheEnd(clean: () => void): () => void {
  const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  const handlers = Object.entries(signals).map(([signal, status]) => ({ signal, end: () => process.exit(status) }));
  process.once('exit', clean);
  for (const { signal, end } of handlers) process.once(signal, end);
  return () => {
    clean();
    process.off('exit', clean);
    for (const { signal, end } of handlers) process.off(signal, end);
  };
}

/** Moves a folder; to another device, where renaming does not reach, by copying. */
async function move(from: string, to: string): Promise<void> {
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    const half = join(dirname(dirname(to)), 'half');
    await cp(from, half, { recursive: true });
    await rename(half, to);
    await rm(from, { recursive: true, force: true });
  }
}

/** A spare output saves work; without it, nothing is lost. */
function moveIfPossible(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // it is removed with the rest
  }
}

/**
 * Nothing else of this process runs in between; other builds may, and then it is done again. Gives the place of the
 * previous output, if there was one.
 */
function swap(built: string, target: string, swapping: string, list?: Lister): string | undefined {
  for (let tries = 1; ; tries++) {
    try {
      const saved = existsSync(target) ? take(built, target, join(swapping, `saved-${tries}`), list) : undefined;
      renameSync(built, target);
      return saved;
    } catch (error) {
      restore(swapping);
      if (tries === TRIES || !OVERTAKEN.has(codeOf(error))) throw error;
    }
  }
}

/** What the system says if another build has taken the output, or brought one, since it was looked at. */
const OVERTAKEN = new Set(['ENOENT', 'ENOTEMPTY', 'EEXIST']);

/** Puts the output aside, and into the new one what is kept. */
function take(built: string, target: string, saved: string, list?: Lister): string {
  const { kept, foreign } = othersIn(target, list);
  if (foreign.length > 0) throw foreignError(target, foreign);
  const both = kept.filter((name) => existsSync(join(built, name)));
  if (both.length > 0) throw foreignError(target, both);
  chmodSync(built, statSync(target).mode & 0o7777);
  mkdirSync(saved);
  const before = join(saved, basename(target));
  renameSync(target, before);
  for (const name of kept) renameSync(join(before, name), join(built, name));
  return before;
}

/**
 * Puts back what an unfinished swap has taken: the output if there is none now, and whatever is kept in outputs. It does
 * no harm to a swap that still goes on elsewhere: that one finds the output there again, and begins again.
 */
function restore(swapping: string): void {
  // the latest first; the new one, which comes last, gives back what it got
  const folders = namesIn(swapping).filter((name) => name === 'built' || name.startsWith('saved-'));
  for (const folder of folders.sort().reverse()) {
    for (const name of namesIn(join(swapping, folder))) {
      const [from, target] = [join(swapping, folder, name), join(dirname(swapping), name)];
      if (existsSync(target)) giveBack(from, target);
      else if (folder !== 'built') unlessGone(() => renameSync(from, target));
    }
  }
}

function giveBack(from: string, target: string): void {
  unlessGone(() => {
    for (const name of othersIn(from).kept) {
      if (!existsSync(join(target, name))) renameSync(join(from, name), join(target, name));
    }
  });
}

function namesIn(folder: string): string[] {
  return unlessGone(() => readdirSync(folder)) ?? [];
}

/** Another build may restore or end the same swap. */
function unlessGone<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (OVERTAKEN.has(codeOf(error))) return undefined;
    throw error;
  }
}

/** Removes the folder of a swap, but never the only copy of an output: if it can't be put back, a later build tries. */
function endSwap(swapping: string): void {
  if (!existsSync(swapping)) return;
  const over = join(dirname(swapping), basename(swapping).replace(SWAP, OVER));
  try {
    restore(swapping);
    renameSync(swapping, over);
  } catch {
    return;
  }
  removeIfPossible(over);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
