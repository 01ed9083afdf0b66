import type { Stats } from 'node:fs';
import { access, constants, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from '../io.ts';
import { removeLeftovers, temporaryName } from './leftovers.ts';
import { infoOf, makeFolder, realOf } from './real-path.ts';

const HALF = '.errorbook-half-';

/**
 * Writes a file whole or not at all, as UTF-8: it is written under another name beside the file and then takes its
 * place. Folders are created, a link stays and its target is written, an existing file keeps its mode and owner. What
 * is no file, such as a pipe or a terminal, is written to. Throws a {@link UsageError} if the system refuses, with
 * what was there as it was.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    const before = infoOf(path);
    if (before?.isDirectory()) throw new UsageError(`${path} is a folder; name a file.`);
    if (before && !before.isFile()) await writeFile(path, text);
    else await replace(realOf(path), text, before);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new UsageError(`${path} couldn't be written (${reasonOf(error)}); nothing was changed.`);
  }
}

/** What the system says went wrong, without the call and the paths: `ENOSPC: no space left on device`. */
export function reasonOf(error: Error): string {
  return error.message.split(', ')[0] ?? error.message;
}

async function replace(file: string, text: string, before: Stats | undefined): Promise<void> {
  // a file that may not be written is not replaced either
  if (before) await access(file, constants.W_OK);
  const folder = dirname(file);
  makeFolder(folder);
  removeLeftovers(folder, HALF);
  const half = join(folder, temporaryName(HALF));
  try {
    await writeHalf(half, text, before);
    await rename(half, file);
  } finally {
    await rm(half, { force: true });
  }
}

async function writeHalf(half: string, text: string, before: Stats | undefined): Promise<void> {
  const handle = await open(half, 'wx');
  try {
    await handle.writeFile(text);
    if (before) {
      // only root may give a file away; whoever else may write it owns what they write
      await handle.chown(before.uid, before.gid).catch(() => {});
      await handle.chmod(before.mode & 0o7777);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}
