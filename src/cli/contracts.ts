import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { SourceFile } from '../registry/index.ts';
import { UsageError } from './io.ts';

/**
 * Reads every file of a registry's folder. Links that lead out of it are not followed, and files that are not
 * UTF-8 are not guessed at: both come back as what they are.
 * Throws a {@link UsageError} where there is no such folder, or nothing in it.
 */
export async function readContracts(folder: string): Promise<SourceFile[]> {
  const info = await stat(folder).catch(() => undefined);
  if (!info?.isDirectory()) {
    throw new UsageError(`There is no registry folder at ${folder}; name one with --contracts DIR.`);
  }
  const root = await realpath(folder);
  const sources = await readInto(root, root, new Set());
  if (sources.length === 0) {
    throw new UsageError(`The registry folder ${folder} is empty; add a folder for an API with an api.yaml in it.`);
  }
  return sources.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function readInto(folder: string, root: string, seen: Set<string>): Promise<SourceFile[]> {
  if (seen.has(folder)) return [];
  seen.add(folder);
  const entries = await readdir(folder, { withFileTypes: true });
  const read = entries
    .filter(({ name }) => !name.startsWith('.') && !name.endsWith('~'))
    .map(async (entry): Promise<SourceFile[]> => {
      const file = join(folder, entry.name);
      const path = relative(root, file).split(sep).join('/');
      const real = await realpath(file).catch(() => undefined);
      if (!real || !`${real}${sep}`.startsWith(root + sep)) return [{ path, text: '', trouble: 'outside' }];
      const info = await stat(real);
      if (info.isDirectory()) return readInto(resolve(file), root, seen);
      return info.isFile() ? [await readText(real, path)] : [];
    });
  return (await Promise.all(read)).flat();
}

async function readText(file: string, path: string): Promise<SourceFile> {
  const bytes = await readFile(file);
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { path, text: '', trouble: 'encoding' };
  }
}
