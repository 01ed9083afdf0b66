import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { type Registry, withRetryLabels } from '../../index.ts';
import type { SiteSettings } from '../../shared/settings.ts';
import { type SitePlace, startFilesOfSite } from '../files-of-site.ts';
import { handOver } from '../handover.ts';
import { writerOfNewFiles } from '../output/new-files.ts';
import { TOOL } from '../tool.ts';
import { programPages } from './pages.ts';
import type { Parts } from './programs.ts';

/** What a site is made from. */
export interface SiteSource {
  registry: Registry;
  settings: SiteSettings;
  place: SitePlace;
  /** Adds to the finished output, before it takes its place; the kept files already have what it adds for each file. */
  complete(folder: string, kept: ReadonlySet<string>): Promise<void>;
}

/**
 * Adds what is missing in an output that has its kept files: pages, rendered with a kept program, what these load, and all other
 * files. Rejects with whatever goes wrong.
 */
export async function addMissing(
  { registry, settings, place, complete }: SiteSource,
  folder: string,
  { program, assets }: Parts,
  kept: ReadonlySet<string>,
): Promise<void> {
  // a kept file is the previous output's too, so nothing may write to it
  cpSync(join(TOOL, 'public'), folder, { recursive: true, force: false });
  cpSync(assets, join(folder, 'assets'), { recursive: true, force: false });
  const written = startFilesOfSite({ folder, registry, settings, place, kept });
  // as Astro sets it
  process.env.NODE_ENV ||= 'production';
  handOver(withRetryLabels(registry, settings.retryLabels));
  const write = writerOfNewFiles(folder);
  for (const { file, render } of await programPages(program, place)) {
    if (!kept.has(file)) write(file, await render());
  }
  await written();
  await complete(folder, kept);
}
