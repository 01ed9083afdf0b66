import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const HALF = /^\.errorbook-half-/;

/**
 * Writes a file whole or not at all: it grows under a name that nothing reads, and takes its place at once. Halves that
 * an interrupted command left in the same folder go.
 */
export async function writeWhole(folder: string, path: string, text: string): Promise<void> {
  const file = join(folder, ...path.split('/'));
  const home = dirname(file);
  await mkdir(home, { recursive: true });
  for (const left of await readdir(home)) if (HALF.test(left)) await rm(join(home, left), { force: true });
  const half = join(home, `.errorbook-half-${process.pid}-${basename(file)}`);
  try {
    await writeFile(half, text, { flag: 'wx' });
    await rename(half, file);
  } finally {
    await rm(half, { force: true });
  }
}
