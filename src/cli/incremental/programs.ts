import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../files-below.ts';
import { removeIfPossible, temporaryName } from '../output/leftovers.ts';
import { type Parts, partsIn } from '../pages/parts.ts';
import { HALF, keepNewest, removeAtOnce } from './bounds.ts';

/** The parts of a program: what renders the pages, and the scripts and styles that they load. */
const PARTS = ['program', 'assets'] as const;
/** Lists the files of a kept program with their hashes. */
const LIST = 'files.json';
/** How many are kept: those of a few sites, or of one with several configurations. */
const MOST = 8;

/** Copies a program into the cache. Other builds find it once the result is called, when its build has ended well. */
export function copyProgram(cache: string, key: string, parts: Parts): () => void {
  const programs = join(cache, 'programs');
  mkdirSync(programs, { recursive: true });
  const half = join(programs, temporaryName(HALF));
  for (const part of PARTS) cpSync(parts[part], join(half, part), { recursive: true });
  writeFileSync(join(half, LIST), hashesOf(half));
  return () => {
    removeAtOnce(programs, key);
    // another build may have been first
    if (existsSync(join(programs, key))) removeIfPossible(half);
    else renameSync(half, join(programs, key));
    keepNewest(programs, MOST);
  };
}

/** Copies the kept program with a key to where it is to run. Throws if there is none, or if it was damaged. */
export function takeProgram(cache: string, key: string, folder: string): Parts {
  const kept = join(cache, 'programs', key);
  if (readFileSync(join(kept, LIST), 'utf8') !== hashesOf(kept)) throw new Error('The kept program was damaged.');
  cpSync(kept, folder, { recursive: true });
  utimesSync(kept, new Date(), new Date());
  return partsIn(folder);
}

function hashesOf(folder: string): string {
  const files = filesBelow(folder).filter((name) => name !== LIST);
  const hashOf = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return JSON.stringify(files.map((name) => [name, hashOf(name)]));
}
