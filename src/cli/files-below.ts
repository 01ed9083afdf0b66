import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What is in a folder, with its types; links are not followed. */
export function entriesOf(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true });
}

/**
 * All but folders below `entries`, which are at the top of `folder` (by default everything there): relative to `folder`, with forward slashes, sorted.
 * Links are not followed.
 */
export function filesBelow(folder: string, entries: readonly Dirent[] = entriesOf(folder)): string[] {
  const below = (entry: Dirent, above: string): string[] => {
    const path = above + entry.name;
    return entry.isDirectory() ? entriesOf(join(folder, path)).flatMap((it) => below(it, `${path}/`)) : [path];
  };
  return entries.flatMap((entry) => below(entry, '')).sort();
}
