import { readFile } from 'node:fs/promises';
import { dirname, posix, resolve, sep } from 'node:path';
import { referencedFiles, type SourceFile } from '../index.ts';
import type { Options } from './flags.ts';
import { type Io, UsageError } from './io.ts';
import { folderOption, shownPath } from './options.ts';
import { infoOf, isWithin } from './output/real-path.ts';

/** So many files make up one document at most. */
const MOST_FILES = 1000;

/** A file to import, and where it is. */
export interface ImportedSource extends SourceFile {
  real: string;
}

/**
 * The files that a document refers to, and those that these refer to: only below its own folder, or below the one that
 * `--root` names. One that is elsewhere, or can't be read, has `trouble`; one that doesn't exist is left out.
 */
export async function referencedBy(document: ImportedSource, options: Options, io: Io): Promise<SourceFile[]> {
  const given = folderOption(options, 'root');
  const root = given === undefined ? dirname(document.real) : resolve(io.cwd, given);
  if (given !== undefined && !isWithin(document.real, root)) {
    const shown = shownPath(root, io);
    throw new UsageError(`${document.path} is outside of the folder that --root names, ${shown}.`);
  }
  const found = new Map<string, SourceFile>();
  const open: SourceFile[] = [document];
  for (let file = open.pop(); file; file = open.pop()) {
    for (const path of referencedFiles(file)) {
      if (found.has(path) || path === document.path) continue;
      const read = await readReferenced(path, document, root);
      if (!read) continue;
      found.set(path, read);
      if (found.size > MOST_FILES)
        throw new UsageError(
          `${document.path} refers to more than ${MOST_FILES.toLocaleString('en')} files; bundle it first.`,
        );
      if (read.trouble === undefined) open.push(read);
    }
  }
  return [...found.values()];
}

/** `path` counts from where the path of the document does. */
async function readReferenced(
  path: string,
  { path: from, real }: ImportedSource,
  root: string,
): Promise<SourceFile | undefined> {
  const file = resolve(dirname(real), posix.relative(posix.dirname(from), path).split('/').join(sep));
  if (!isWithin(file, root)) return { path, text: '', trouble: 'outside' };
  const info = infoOf(file);
  if (!info) return undefined;
  if (!info.isFile()) return { path, text: '', trouble: 'unreadable' };
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)) };
  } catch (error) {
    if (error instanceof TypeError) return { path, text: '', trouble: 'encoding' };
    return { path, text: '', trouble: 'unreadable' };
  }
}
