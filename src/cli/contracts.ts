import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isImageFile, type SourceFile } from '../check.ts';
import { below } from './below.ts';
import { guarded } from './guide-guard.ts';
import { UsageError } from './io.ts';

/**
 * Reads every file of a registry's folder. Links that lead out of it are not followed, and files that are not
 * UTF-8 are not guessed at: they come back as what they are, like those that can't be read at all.
 * Throws a {@link UsageError} where there is no such folder, or nothing in it.
 */
export async function readContracts(folder: string): Promise<SourceFile[]> {
  const info = await stat(folder).catch(() => undefined);
  if (!info?.isDirectory()) {
    throw new UsageError(`The registry folder ${folder} doesn't exist; name one with --contracts DIR.`);
  }
  const sources = await readAll(folder);
  if (sources.length === 0) {
    throw new UsageError(`The registry folder ${folder} is empty; add a folder with an api.yaml for an API.`);
  }
  if (isApiFolder(sources)) {
    throw new UsageError(`${folder} is the folder of one API; name its parent, ${dirname(folder)}.`);
  }
  return sources;
}

/** True for the folder of an API: its file is here, and no folder below has one. */
function isApiFolder(sources: readonly SourceFile[]): boolean {
  const paths = sources.map(({ path }) => path);
  return (
    paths.some((path) => /^api\.(?:ya?ml|json)$/.test(path)) &&
    !paths.some((path) => /^[^/]+\/api\.(?:ya?ml|json)$/.test(path))
  );
}

/** The same for a folder that exists; one with nothing in it gives nothing. */
export async function readAll(folder: string): Promise<SourceFile[]> {
  const root = await realpath(folder);
  const sources = await readFolder(root, '', { root, above: [root] });
  return guarded(sources.sort((a, b) => (a.path < b.path ? -1 : 1)));
}

/** True for a file or folder that is no part of a registry: hidden ones, and the copies that editors leave. */
function isIgnored(name: string): boolean {
  return name.startsWith('.') || name.endsWith('~');
}

/** A file of a registry from its bytes: an image as base64; text that is not UTF-8 is not guessed at. */
function sourceOf(path: string, bytes: Buffer): SourceFile {
  if (isImageFile(path)) return { path, text: bytes.toString('base64') };
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { path, text: '', trouble: 'encoding' };
  }
}

/** The registry's folder, and the folders from there down to the one being read, all without links. */
interface Ancestors {
  root: string;
  above: readonly string[];
}

async function readFolder(folder: string, path: string, ancestors: Ancestors): Promise<SourceFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return [{ path, text: '', trouble: 'unreadable' }];
  const read = entries
    .filter(({ name }) => !isIgnored(name))
    .map((entry) =>
      readEntry(entry, join(folder, entry.name), path === '' ? entry.name : `${path}/${entry.name}`, ancestors),
    );
  return (await Promise.all(read)).flat();
}

/** Only what a link leads to has another real path than its own. */
async function readEntry(entry: Dirent, file: string, path: string, ancestors: Ancestors): Promise<SourceFile[]> {
  if (!entry.isSymbolicLink()) return readReal(entry, file, path, ancestors);
  const real = await realpath(file).catch(() => undefined);
  // a link that leads nowhere, or round in a circle
  if (real === undefined || ancestors.above.includes(real)) return [{ path, text: '', trouble: 'unreadable' }];
  if (!below(ancestors.root, real)) return [{ path, text: '', trouble: 'outside' }];
  const info = await stat(real).catch(() => undefined);
  return info ? readReal(info, real, path, ancestors) : [];
}

async function readReal(
  info: Pick<Dirent, 'isDirectory' | 'isFile'>,
  real: string,
  path: string,
  { root, above }: Ancestors,
): Promise<SourceFile[]> {
  if (info.isDirectory()) return readFolder(real, path, { root, above: [...above, real] });
  return info.isFile() ? [await readText(real, path)] : [];
}

async function readText(file: string, path: string): Promise<SourceFile> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes ? sourceOf(path, bytes) : { path, text: '', trouble: 'unreadable' };
}
