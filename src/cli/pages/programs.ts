import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { filesBelow } from '../files-below.ts';
import { HALF, keepNewest, removeAtOnce } from '../incremental/bounds.ts';
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
 * The program that renders the pages of any site: that of the package, which runs where it is; or in a clone, brought into a folder for this
 * one build, one that is kept in the cache or is compiled now. Rejects with whatever goes wrong then.
 */
export async function bringProgram(folder: string, cache: string | undefined): Promise<Parts> {
  // a process that builds twice would render the first site again, but the commands of a package build once
  if (extname(import.meta.url) === '.js') return partsIn(PACKED);
  if (cache !== undefined) {
    const programs = join(cache, 'programs');
    if (takeProgram(programs, folder)) return partsIn(folder);
    await keepProgram(programs);
    if (takeProgram(programs, folder)) return partsIn(folder);
  }
  return compileProgram(folder);
}

/** Copies the kept program to where it is to run. False if there is none, or if it was damaged. */
function takeProgram(programs: string, folder: string): boolean {
  const kept = join(programs, toolKey());
  try {
    if (readFileSync(join(kept, LIST), 'utf8') !== hashesOf(kept)) return false;
    cpSync(kept, folder, { recursive: true });
    utimesSync(kept, new Date(), new Date());
    return true;
  } catch {
    return false;
  }
}

/** Compiles a program into the cache, if that can be done: a cache only saves work. */
async function keepProgram(programs: string): Promise<void> {
  const key = toolKey();
  // not in the folder of this build, which is removed at once if the build is interrupted
  const half = join(programs, temporaryName(HALF));
  try {
    await compileProgram(half);
    writeFileSync(join(half, LIST), hashesOf(half));
    removeAtOnce(programs, key);
    // another build may have been first
    if (existsSync(join(programs, key))) removeIfPossible(half);
    else renameSync(half, join(programs, key));
    keepNewest(programs, MOST);
  } catch {
    removeIfPossible(half);
  }
}

function hashesOf(folder: string): string {
  const files = filesBelow(folder).filter((name) => name !== LIST);
  const hashOf = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return JSON.stringify(files.map((name) => [name, hashOf(name)]));
}
