import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { filesBelow } from '../files-below.ts';
import { HALF, keepNewest, removeAtOnce } from '../incremental/bounds.ts';
import { attempted } from '../incremental/cache.ts';
import { removeIfPossible, temporaryName } from '../output/leftovers.ts';
import { TOOL } from '../tool.ts';
import { compileProgram } from './compile.ts';
import { type Parts, partsIn } from './parts.ts';
import { toolKey } from './tool-key.ts';

/** The program in a package, which was compiled when that was packed. */
const PACKED = join(TOOL, 'lib/program');

/** Lists the files of a kept program with their hashes. */
const LIST = 'files.json';
/** How many are kept, for somebody who goes back and forth between a few states of our own files. */
const MOST = 4;

/**
 * Brings the program that renders the pages of any site into a folder where it can run: that of the package, or in a clone one that an
 * earlier build has compiled and kept in the cache. Compiles it where there is none. Rejects with whatever goes wrong then.
 */
export async function bringProgram(folder: string, cache: string | undefined): Promise<Parts> {
  if (extname(import.meta.url) === '.js' && existsSync(PACKED)) {
    cpSync(PACKED, folder, { recursive: true });
    return partsIn(folder);
  }
  if (cache === undefined) return compileProgram(folder);
  const [programs, key] = [join(cache, 'programs'), toolKey()];
  if (takeProgram(join(programs, key), folder)) return partsIn(folder);
  const parts = await compileProgram(folder);
  attempted(() => keepProgram(programs, key, parts));
  return parts;
}

/** Copies a kept program to where it is to run. False if there is none, or if it was damaged. */
function takeProgram(kept: string, folder: string): boolean {
  try {
    if (readFileSync(join(kept, LIST), 'utf8') !== hashesOf(kept)) return false;
    cpSync(kept, folder, { recursive: true });
    utimesSync(kept, new Date(), new Date());
    return true;
  } catch {
    return false;
  }
}

/** Copies a program into the cache. */
function keepProgram(programs: string, key: string, { program, assets }: Parts): void {
  mkdirSync(programs, { recursive: true });
  const half = join(programs, temporaryName(HALF));
  const copy = partsIn(half);
  cpSync(program, copy.program, { recursive: true });
  cpSync(assets, copy.assets, { recursive: true });
  writeFileSync(join(half, LIST), hashesOf(half));
  removeAtOnce(programs, key);
  // another build may have been first
  if (existsSync(join(programs, key))) removeIfPossible(half);
  else renameSync(half, join(programs, key));
  keepNewest(programs, MOST);
}

function hashesOf(folder: string): string {
  const files = filesBelow(folder).filter((name) => name !== LIST);
  const hashOf = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return JSON.stringify(files.map((name) => [name, hashOf(name)]));
}
