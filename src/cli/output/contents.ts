import { type Dirent, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entriesOf, filesBelow } from '../files-below.ts';
import { UsageError } from '../io.ts';
import { writeWhole } from './write-whole.ts';

/** Is in every output and lists its files, so that a build replaces those and nothing else. */
const MARK = '.errorbook';
const HEAD = 'A build wrote this folder; the next build replaces it.';

/** At the top of an output: what says how the folder is kept or published, such as `.git`, `.nojekyll` and `CNAME`. */
const KEPT = /^(?:\.|CNAME$)/;

/** What file managers leave in folders that they show. */
const LITTER = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/** How many files a message names; more would fill the terminal. */
const SHOWN = 3;

/** Lists the files of a finished build in its mark. */
export async function writeMark(folder: string): Promise<void> {
  const files = filesBelow(folder);
  await writeWhole(join(folder, MARK), [HEAD, ...files, ''].join('\n'));
}

/** What is in an output that no build wrote: names at its top that the next build keeps, and files that it can't keep. */
export function othersIn(folder: string): { kept: string[]; foreign: string[] } {
  const built = builtIn(folder);
  const rest = entriesOf(folder).filter(({ name }) => name !== MARK && !built?.top.has(name));
  const isKept = ({ name }: Dirent) => KEPT.test(name);
  const kept = rest.filter(isKept).map(({ name }) => name);
  // the marks of earlier versions list nothing; they promise that the next build replaces everything
  if (built?.files.size === 0) return { kept, foreign: [] };
  const walked = entriesOf(folder).filter(({ name }) => name !== MARK && !kept.includes(name));
  const foreign = filesBelow(folder, walked).filter((file) => !built?.files.has(file) && !LITTER.test(file));
  return { kept, foreign };
}

/** Why a folder is not replaced: it has these files that no build wrote. */
export function foreignError(out: string, foreign: readonly string[]): UsageError {
  const more = foreign.length > SHOWN ? ` and ${(foreign.length - SHOWN).toLocaleString('en')} more` : '';
  const names = foreign.slice(0, SHOWN).join(', ');
  return new UsageError(
    `The folder ${out} contains files that no build wrote: ${names}${more}; move them, or name another folder with --out.`,
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
