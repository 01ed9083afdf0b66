import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { withRetryLabels } from '../../index.ts';
import type { FilesSource } from '../files-of-site.ts';
import { handOver } from '../handover.ts';
import type { Parts } from '../pages/parts.ts';
import { writePages } from '../pages/write.ts';
import { TOOL } from '../tool.ts';
import type { FilesInTwo } from './files-in-two.ts';
import type { KeptFiles } from './kept-files.ts';
import { statesIn, type TreeStates, treeLister } from './states.ts';
import { addFiles, beginTree, type Folders } from './tree.ts';

/** What a site is made from. */
export interface SiteSource extends FilesSource {
  /** Adds to the finished output, before it takes its place; the kept files already have what it adds for each file. */
  complete(folder: string, kept: ReadonlySet<string>): Promise<void>;
}

/**
 * Builds an output from the files that are kept and what is missing there: pages, rendered with a kept program, what these load, and
 * all other files. Gives the states of all. Rejects with whatever goes wrong.
 */
export async function rebuildSite(
  { registry, settings, place, complete }: SiteSource,
  { program, assets }: Parts,
  kept: KeptFiles,
  folders: Folders,
  files: FilesInTwo,
): Promise<TreeStates> {
  const { folder, out, spareStates } = folders;
  const there = beginTree(folders, kept, treeLister(folder, spareStates));
  files.begin({ folder, without: kept.files, before: kept.earlier });
  addFiles(folder, out, kept.files.difference(there));
  // a kept file is the previous output's too, so nothing may write to it
  cpSync(join(TOOL, 'public'), folder, { recursive: true, force: false });
  cpSync(assets, join(folder, 'assets'), { recursive: true, force: false });
  handOver(withRetryLabels(registry, settings.retryLabels));
  await writePages({ program, folder, place }, ({ file }) => !kept.files.has(file));
  await files.finish();
  await complete(folder, kept.files);
  addFiles(folder, out, kept.compressed);
  const known = new Map([...kept.states].filter(([file]) => there.has(file)));
  return statesIn(folder, treeLister(folder, spareStates), known);
}
