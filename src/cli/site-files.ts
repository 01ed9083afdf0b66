import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from './io.ts';

/** What a site may hold to be published. */
export interface Limits {
  /** Files and folders. */
  entries: number;
  /** Bytes of all files together. */
  bytes: number;
  /** Bytes of one file. */
  largest: number;
}

const MIB = 1024 * 1024;

/** GitHub takes no file above 100 MiB, and GitHub Pages serves at most 1 GB (docs.github.com, GitHub Pages limits). */
export const SITE_LIMITS: Limits = { entries: 250_000, bytes: 1_000_000_000, largest: 100 * MIB };

/** A preview comes from a pull request, and there may be many: half of that, room for more than 10,000 codes. */
export const PREVIEW_LIMITS: Limits = { entries: 125_000, bytes: 500_000_000, largest: 50 * MIB };

/**
 * The files of a folder as sorted paths with forward slashes. What a web server would not serve as a plain file is
 * refused, because the folder may come from a pull request: links, which could lead anywhere, and anything of git's
 * own. Reading stops at the first limit that is reached. Throws a {@link UsageError} that names the file or the limit.
 */
export async function plainFiles(folder: string, limits: Limits): Promise<string[]> {
  const files: string[] = [];
  const seen = { entries: 0, bytes: 0 };
  const open = [''];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const entry of await entriesOf(folder, path)) {
      const own = path === '' ? entry.name : `${path}/${entry.name}`;
      seen.entries += 1;
      if (seen.entries > limits.entries) tooMuch(folder, `more than ${amount(limits.entries)} files and folders`);
      refuseSpecial(folder, own, entry);
      if (entry.isDirectory()) {
        open.push(own);
        continue;
      }
      const { size } = await lstat(join(folder, own));
      seen.bytes += size;
      if (size > limits.largest)
        tooMuch(folder, `a file of ${amount(size)} bytes, ${own}, where at most ${amount(limits.largest)} are allowed`);
      if (seen.bytes > limits.bytes) tooMuch(folder, `more than ${amount(limits.bytes)} bytes`);
      files.push(own);
    }
  }
  if (files.length === 0) throw new UsageError(`The folder ${folder} is empty; build the site first.`);
  return files.sort();
}

async function entriesOf(folder: string, path: string): Promise<Dirent[]> {
  try {
    return await readdir(join(folder, path), { withFileTypes: true });
  } catch (error) {
    if (path !== '') throw error;
    throw new UsageError(`The folder ${folder} doesn't exist; name the folder of a built site with --dir DIR.`);
  }
}

function refuseSpecial(folder: string, path: string, entry: Dirent): void {
  const refuse = (what: string) => {
    throw new UsageError(`${path} in ${folder} is ${what}, which is never published. Nothing was pushed.`);
  };
  if (/^\.git(?:$|[^a-z])/i.test(entry.name)) refuse('a file or folder of git');
  if (entry.isSymbolicLink()) refuse('a link');
  if (/\p{Cc}/u.test(entry.name)) refuse('a file with a control character in its name');
  if (entry.name.includes('\ufffd')) refuse('a file whose name is not UTF-8');
  if (!entry.isDirectory() && !entry.isFile()) refuse('neither a file nor a folder');
}

function tooMuch(folder: string, what: string): never {
  throw new UsageError(`The site in ${folder} has ${what}. Nothing was pushed; publish a smaller site.`);
}

function amount(number: number): string {
  return number.toLocaleString('en');
}
