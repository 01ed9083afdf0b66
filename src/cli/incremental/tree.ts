import { copyFileSync, linkSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { entriesOf } from '../files-below.ts';
import { makeFolder } from '../output/real-path.ts';
import type { KeptFiles } from './kept-files.ts';
import { isSameFile, type ListedEntry, stateOf, type TreeLister, type TreeStates } from './states.ts';

/** Where an output grows, where the previous one is, and where the one before that may be. */
export interface Folders {
  folder: string;
  out: string;
  spare: string;
  /** What was noted of that; undefined if nothing was. */
  spareStates: TreeStates | undefined;
}

/**
 * Begins an output in `folder` with files that are the same in the previous one. `spare` is the output before that, if it is
 * still there: it becomes the folder, because most of its files are these very files already, and its folders are there. `lister` lists
 * the folder as it was there. Gives the files that are there now; the others are to be added.
 */
export function beginTree({ folder, spare }: Folders, { files, states }: KeptFiles, lister: TreeLister): Set<string> {
  const isThere = (file: string, state: string | undefined) => {
    const now = files.has(file) ? states.get(file) : undefined;
    if (now === undefined) return false;
    return state === undefined ? stateOf(join(folder, file)) === now : isSameFile(state, now);
  };
  const there = new Set(renamed(spare, folder) ? pruned(folder, '', lister, isThere) : []);
  makeFolder(folder);
  return there;
}

/** Adds files of the output at `out`: links to them, so that no byte is copied, or copies where the disk has no such links. */
export function addFiles(folder: string, out: string, files: Iterable<string>): void {
  let last = '';
  for (const file of files) {
    const path = join(folder, file);
    if (dirname(path) !== last) makeFolder(dirname(path));
    last = dirname(path);
    linkOrCopy(join(out, file), path);
  }
}

/** Removes every file that isn't wanted, and the folders that are empty then; gives the others by their paths. */
function pruned(
  folder: string,
  below: string,
  lister: TreeLister,
  isWanted: (file: string, state: string | undefined) => boolean,
): string[] {
  const entries: readonly ListedEntry[] = below === '' ? entriesOf(folder) : lister.list(join(folder, below));
  return entries.flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      const left = pruned(folder, path, lister, isWanted);
      if (left.length === 0) rmdirSync(join(folder, path));
      return left;
    }
    if (isWanted(path, entry.state)) return [path];
    unlinkSync(join(folder, path));
    return [];
  });
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // another disk, one without such links, or too many of them
    copyFileSync(from, to);
  }
}

function renamed(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}
