import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { type Api, apiArtifacts, type Registry, withRetryLabels } from '../../index.ts';
import type { SiteSettings } from '../../shared/settings.ts';
import { urlsUnder } from '../../site/urls.ts';
import { type SitePlace, startFilesOfSite, writeFilesOfSite } from '../files-of-site.ts';
import { handOver } from '../handover.ts';
import type { Parts } from '../pages/parts.ts';
import { writePages } from '../pages/write.ts';
import { TOOL } from '../tool.ts';
import type { KeptFiles } from './kept-files.ts';
import { addFiles, beginTree } from './tree.ts';

/** What a site is made from. */
export interface SiteSource {
  registry: Registry;
  settings: SiteSettings;
  place: SitePlace;
  /** Adds to the finished output, before it takes its place; the kept files already have what it adds for each file. */
  complete(folder: string, kept: ReadonlySet<string>): Promise<void>;
}

/** Where an output grows, where the previous one is, and where the one before that may be. */
interface Folders {
  folder: string;
  out: string;
  spare: string;
}

/** The largest artifacts: this thread makes them, which else would wait for the one that makes all others. */
const MADE_HERE = ['json', 'llms-full'];

/**
 * Builds an output from the files that are kept and what is missing there: pages, rendered with a kept program, what these load, and
 * all other files. Rejects with whatever goes wrong.
 */
export async function rebuildSite(
  { registry, settings, place, complete }: SiteSource,
  { program, assets }: Parts,
  kept: KeptFiles,
  { folder, out, spare }: Folders,
): Promise<void> {
  const task = { folder, registry, settings, place };
  const here = new Set(registry.apis.flatMap(largestOf)).difference(kept.files);
  const gate = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  // the other thread needs a while before it can begin
  const written = startFilesOfSite({ ...task, without: new Set(kept.files).union(here), gate });
  beginTree(folder, out, spare, kept);
  Atomics.store(gate, 0, 1);
  Atomics.notify(gate, 0);
  // a kept file is the previous output's too, so nothing may write to it
  cpSync(join(TOOL, 'public'), folder, { recursive: true, force: false });
  cpSync(assets, join(folder, 'assets'), { recursive: true, force: false });
  handOver(withRetryLabels(registry, settings.retryLabels));
  await writePages({ program, folder, place }, ({ file }) => !kept.files.has(file));
  await writeFilesOfSite({ ...task, only: here });
  await written();
  await complete(folder, kept.files);
  addFiles(folder, out, kept.compressed);
}

function largestOf({ id }: Api): string[] {
  const { artifact } = urlsUnder('/');
  return apiArtifacts.filter((it) => MADE_HERE.includes(it.id)).map(({ path }) => artifact(id, path).slice(1));
}
