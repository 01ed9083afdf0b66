import { join } from 'node:path';

/** The folders of a program: what renders the pages, and the scripts and styles that they load. */
export interface Parts {
  program: string;
  assets: string;
}

/** Each part has its own folder in that of a program. */
const NAMES = { program: 'program', assets: 'assets' } satisfies Parts;

/** The parts of the program that is compiled into a folder. */
export function partsIn(folder: string): Parts {
  return { program: join(folder, NAMES.program), assets: join(folder, NAMES.assets) };
}

/** Whether something in that folder is a part. */
export function isPart(name: string): boolean {
  return Object.values(NAMES).includes(name);
}
