import { readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { removeIfPossible, removeLeftovers, temporaryName } from '../output/leftovers.ts';

/** Half-made and half-removed folders begin with it. */
export const HALF = 'half-';

/** Removes all but those folders in a folder that changed last, and what killed builds have left there. */
export function keepNewest(folder: string, most: number): void {
  removeLeftovers(folder, HALF);
  const names = readdirSync(folder).filter((name) => !name.startsWith(HALF));
  const timed = names.map((name) => ({ name, time: timeOf(join(folder, name)) }));
  for (const { name } of timed.sort((a, b) => b.time - a.time).slice(most)) removeAtOnce(folder, name);
}

/** Removes a folder so that nobody finds a part of it. */
export function removeAtOnce(folder: string, name: string): void {
  const half = join(folder, temporaryName(HALF));
  try {
    renameSync(join(folder, name), half);
  } catch {
    // another build was first
    return;
  }
  removeIfPossible(half);
}

function timeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
