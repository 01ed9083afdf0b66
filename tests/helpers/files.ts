import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** The files of a folder whose names end in something, relative to it with forward slashes, sorted. */
export async function filesIn(folder: string, ending = ''): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}
