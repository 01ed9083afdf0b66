import { constants, readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ASSETS } from '../../hosts/index.ts';
import { UsageError } from '../io.ts';
import { makeFolder } from '../output/real-path.ts';
import type { PartFolder } from './folders.ts';

/** How many files are copied at a time: as many as Node has threads for it. */
const AT_ONCE = 4;

/**
 * Where to copy each file of the whole site from, sorted by path. Scripts, styles and what else Vite writes is in all parts, all else in
 * one or in all. Throws a {@link UsageError} if parts disagree about a file.
 */
export function filesOfParts(folders: readonly PartFolder[]): Map<string, PartFolder> {
  const holders = new Map<string, PartFolder[]>();
  for (const folder of folders) {
    for (const file of folder.files) {
      const known = holders.get(file);
      if (known) known.push(folder);
      else holders.set(file, [folder]);
    }
  }
  const files = new Map<string, PartFolder>();
  for (const [file, [first, ...others]] of [...holders].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!first) continue;
    refuseDisagreement(file, first, others, folders);
    files.set(file, first);
  }
  return files;
}

function refuseDisagreement(
  file: string,
  first: PartFolder,
  others: readonly PartFolder[],
  folders: readonly PartFolder[],
): void {
  const bytes = others.length > 0 ? readFileSync(join(first.path, file)) : undefined;
  const other = bytes && others.find(({ path }) => !readFileSync(join(path, file)).equals(bytes));
  if (other) throw disagreement(`${first.shown} and ${other.shown} have different files ${file}`);
  const isInAll = others.length + 1 === folders.length;
  if (isInAll || (others.length === 0 && !file.startsWith(ASSETS))) return;
  const without = folders.find((folder) => folder !== first && !others.includes(folder));
  throw disagreement(`${file} is in ${first.shown} and not in ${without?.shown}`);
}

function disagreement(what: string): UsageError {
  return new UsageError(
    `${what}, so they are not parts of one build; build all parts again, with the same version and packages.`,
  );
}

/** Copies the files into a folder, with the folders that they are in. */
export async function copyFiles(files: ReadonlyMap<string, PartFolder>, folder: string): Promise<void> {
  for (const parent of new Set([...files.keys()].map((file) => dirname(join(folder, file))))) makeFolder(parent);
  const waiting = files[Symbol.iterator]();
  const work = async () => {
    for (const [file, { path }] of waiting)
      await copyFile(join(path, file), join(folder, file), constants.COPYFILE_FICLONE);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
