import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What is in a folder: a name, and whether that is a folder too. */
export type Entry = Pick<Dirent, 'name' | 'isDirectory'>;

/** Says what is in a folder. */
export type Lister = (folder: string) => readonly Entry[];

/** What is in a folder, with its types; links are not followed. */
export function entriesOf(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true });
}

/**
 * All but folders below `entries`, which are at the top of `folder` (by default everything there): relative to `folder`, with forward slashes, sorted.
 * Links are not followed. `list` says what is in the folders below.
 */
export function filesBelow(
  folder: string,
  entries: readonly Entry[] = entriesOf(folder),
  list: Lister = entriesOf,
): string[] {
  const below = (entry: Entry, above: string): string[] => {
    const path = above + entry.name;
    return entry.isDirectory() ? list(join(folder, path)).flatMap((it) => below(it, `${path}/`)) : [path];
  };
  return entries.flatMap((entry) => below(entry, '')).sort();
}
