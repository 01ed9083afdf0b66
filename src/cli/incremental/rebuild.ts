import type { FilesInTwo } from '../files-in-two.ts';
import type { Parts } from '../pages/parts.ts';
import { type SiteSource, writeSite } from '../write-site.ts';
import type { KeptFiles } from './kept-files.ts';
import { statesIn, type TreeStates, treeLister } from './states.ts';
import { addFiles, beginTree, type Folders } from './tree.ts';

/**
 * Builds an output from the files that are kept and what is missing there: pages, rendered with a kept program, what these load, and
 * all other files. Gives the states of all. Rejects with whatever goes wrong.
 */
export async function rebuildSite(
  source: SiteSource,
  parts: Parts,
  kept: KeptFiles,
  folders: Folders,
  files: FilesInTwo,
): Promise<TreeStates> {
  const { folder, out, spareStates } = folders;
  const there = beginTree(folders, kept, treeLister(folder, spareStates));
  files.begin({ folder, without: kept.files, before: kept.earlier });
  addFiles(folder, out, kept.files.difference(there));
  await writeSite(source, parts, folder, ({ file }) => !kept.files.has(file), files);
  await source.complete(folder, kept.files);
  addFiles(folder, out, kept.compressed);
  const known = new Map([...kept.states].filter(([file]) => there.has(file)));
  return statesIn(folder, treeLister(folder, spareStates), known);
}
