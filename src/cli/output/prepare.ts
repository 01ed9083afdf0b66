import { accessSync, constants, type Stats, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { UsageError } from '../io.ts';
import { TOOL } from '../tool.ts';
import { foreignError, othersIn } from './contents.ts';
import { infoOf, isWithin, nearestExisting, realOf } from './real-path.ts';
import { restoreBeside } from './swap.ts';
import { reasonOf } from './write-whole.ts';

/**
 * Brings back an output whose build was killed while it took its place. Then throws a {@link UsageError}, one sentence,
 * if a build into `out` would cost something or could not end: `out` is, holds or is in the registry, holds the
 * project, the home folder or the current one, is a file, can't be replaced, or has files that no build wrote.
 */
export function prepareOutput(out: string, contracts: string): void {
  const target = readable(out, () => realOf(out));
  refuseOverlap(out, target, contracts);
  readable(out, () => restoreBeside(target));
  const info = readable(out, () => infoOf(target));
  if (info && !info.isDirectory()) throw new UsageError(`${out} is a file; name a folder with --out.`);
  refuseUnwritable(out, target, info);
  if (info) refuseForeign(out, target);
}

function refuseOverlap(out: string, target: string, contracts: string): void {
  if (isWithin(target, contracts) || isWithin(contracts, target))
    throw new UsageError(`The output ${out} and the registry ${contracts} overlap; name another folder with --out.`);
  if (dirname(target) === target) throw new UsageError(`${out} is the root of a disk; name a folder in it with --out.`);
  const held = [TOOL, join(TOOL, '.astro'), join(TOOL, 'node_modules'), process.cwd(), home()].find(
    (folder) => folder !== undefined && isWithin(folder, target),
  );
  if (held !== undefined)
    throw new UsageError(`The output ${out} would replace ${held}; name another folder with --out.`);
}

function refuseUnwritable(out: string, target: string, info: Stats | undefined): void {
  const parent = nearestExisting(dirname(target));
  const above = readable(out, () => statSync(parent));
  if (!above.isDirectory())
    throw new UsageError(
      `The folder ${out} can't be created, because ${parent} is a file; name another folder with --out.`,
    );
  if (info && info.dev !== above.dev)
    throw new UsageError(
      `A disk is mounted at ${out}, so it can't be replaced as a whole; name a folder in it with --out.`,
    );
  for (const folder of info ? [parent, target] : [parent]) {
    try {
      accessSync(folder, constants.W_OK);
    } catch (error) {
      throw new UsageError(
        `The output ${out} can't be written, because ${folder} can't (${reasonOf(error as Error)}); name another folder with --out.`,
      );
    }
  }
}

function refuseForeign(out: string, target: string): void {
  const { foreign } = readable(out, () => othersIn(target));
  if (foreign.length > 0) throw foreignError(out, foreign);
}

/** Does something with the output; what the system says against it becomes one sentence. */
function readable<T>(out: string, look: () => T): T {
  try {
    return look();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new UsageError(`The output ${out} can't be used (${reasonOf(error)}); name another folder with --out.`);
  }
}

/** None for users without one, as in some containers. */
function home(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}
