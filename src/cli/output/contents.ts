import { type Dirent, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entriesOf, filesBelow, type Lister } from '../files-below.ts';
import { UsageError } from '../io.ts';
import { writeWhole } from './write-whole.ts';

/** Is in every output and lists its files, so that a build replaces those and nothing else. */
export const MARK = '.errorbook';
/** Is in every part of a site and in no whole site: says which part it is, and what it was built from. */
export const PART_FILE = '.errorbook-part.json';
const HEAD = 'A build wrote this folder; the next build replaces it.';
/** What earlier versions wrote there. */
const EARLIER_HEAD = 'This folder was built by Errorbook; the next build replaces it.';

/** At the top of an output: what says how the folder is kept or published, such as `.git`, `.nojekyll` and `CNAME`. */
const KEPT = /^(?:\.|CNAME$)/;

/** What file managers leave in folders that they show. */
const LITTER = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/** How many files a message names; more would fill the terminal. */
const SHOWN = 3;

/** Lists the files of a finished build in its mark: all that are in the folder, sorted. */
export async function writeMark(folder: string, files: readonly string[] = filesBelow(folder)): Promise<void> {
  await writeWhole(join(folder, MARK), [HEAD, ...files, ''].join('\n'));
}

/** The files that the text of a mark lists; undefined for a text that is no mark. The marks of earlier versions list nothing. */
export function listedIn(mark: string): string[] | undefined {
  const [head, ...files] = mark.split('\n');
  return head === HEAD || head === EARLIER_HEAD ? files.filter((line) => line !== '') : undefined;
}

/** How the files of a folder differ from those that its mark lists: files that no build wrote, and files of its build that are gone. */
export function differencesFrom(listed: readonly string[], found: readonly string[]) {
  const [expected, there] = [new Set([MARK, ...listed]), new Set(found)];
  return {
    foreign: found.filter((file) => !expected.has(file)),
    missing: listed.filter((file) => !there.has(file)),
  };
}

/** True for what file managers leave in folders that they show. */
export function isLitter(file: string): boolean {
  return LITTER.test(file);
}

/** True for a name at the top of an output that says how the folder is kept or published, such as `.git` and `CNAME`. */
export function isKeptName(name: string): boolean {
  return KEPT.test(name);
}

/** The first few of some files, for a message. */
export function shownFiles(files: readonly string[]): string {
  const more = files.length > SHOWN ? ` and ${(files.length - SHOWN).toLocaleString('en')} more` : '';
  return files.slice(0, SHOWN).join(', ') + more;
}

/**
 * What is in an output that no build wrote: names at its top that the next build keeps, and files that it can't keep. `list` says
 * what is in the folders below.
 */
export function othersIn(folder: string, list?: Lister): { kept: string[]; foreign: string[] } {
  const built = builtIn(folder);
  const rest = entriesOf(folder).filter(({ name }) => name !== MARK && !built?.top.has(name));
  const isKept = ({ name }: Dirent) => isKeptName(name);
  const kept = rest.filter(isKept).map(({ name }) => name);
  // the marks of earlier versions list nothing; they promise that the next build replaces everything
  if (built?.files.size === 0) return { kept, foreign: [] };
  const walked = entriesOf(folder).filter(({ name }) => name !== MARK && !kept.includes(name));
  const foreign = filesBelow(folder, walked, list).filter((file) => !built?.files.has(file) && !isLitter(file));
  return { kept, foreign };
}

/** Why a folder is not replaced: it has these files that no build wrote. */
export function foreignError(out: string, foreign: readonly string[]): UsageError {
  return new UsageError(
    `The folder ${out} contains files that no build wrote: ${shownFiles(foreign)}; move them, or name another folder with --out.`,
  );
}

/** The files that the mark of an output lists, and the names at its top that they are below; undefined without a mark. */
function builtIn(folder: string): { files: Set<string>; top: Set<string> } | undefined {
  const mark = entriesOf(folder).find(({ name }) => name === MARK);
  if (!mark?.isFile()) return undefined;
  const files = readFileSync(join(folder, MARK), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '');
  return { files: new Set(files), top: new Set(files.map((file) => file.split('/')[0] ?? file)) };
}
