import { join } from 'node:path';

/** The folders of a program: what renders the pages, and the scripts and styles that they load. */
export interface Parts {
  program: string;
  assets: string;
}

/** The parts of the program that is compiled into a folder. */
export function partsIn(folder: string): Parts {
  return { program: join(folder, 'program'), assets: join(folder, 'assets') };
}
