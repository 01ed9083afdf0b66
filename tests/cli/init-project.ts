import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn } from '../helpers/files.ts';

/** Options that leave nothing open. */
export const FLAGS = ['--api', 'Parcel Desk API', '--envelope', 'problem', '--ci', 'none'];

/** Writes files of a project, by their paths. */
export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The texts of all files below a folder except git's own, by their paths. */
export async function textsIn(folder: string): Promise<Record<string, string>> {
  const files = (await filesIn(folder)).filter((file) => !file.startsWith('.git/'));
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}
