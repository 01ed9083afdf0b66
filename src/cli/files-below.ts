import { type Dirent, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What is in a folder, with its types; links are not followed. */
export function entriesOf(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true });
}

/**
 * All but folders below `entries` (by default everything in `folder`): relative to `folder`, with forward slashes, sorted.
 * Links are not followed.
 */
export function filesBelow(folder: string, entries: readonly Dirent[] = entriesOf(folder)): string[] {
  const below = (entry: Dirent): string[] => {
    const path = join(entry.parentPath, entry.name);
    return entry.isDirectory() ? entriesOf(path).flatMap(below) : [relative(folder, path).split(sep).join('/')];
  };
  return entries.flatMap(below).sort();
}
