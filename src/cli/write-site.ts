import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { FilesInTwo } from './files-in-two.ts';
import { handOver, type PagesSource } from './handover.ts';
import type { Parts } from './pages/parts.ts';
import { writePages } from './pages/write.ts';
import { TOOL } from './tool.ts';

/** What a site is made from. */
export interface SiteSource extends PagesSource {
  /** Adds to the finished output, before it takes its place; the kept files already have what it adds for each file. */
  complete(folder: string, kept?: ReadonlySet<string>): Promise<void>;
}

/**
 * Writes a site into its folder: the pages that are wanted, rendered with a program, what these load, and what is left of the files
 * whose writing has begun. Files that are there already stay as they are. Rejects with whatever goes wrong.
 */
export async function writeSite(
  source: PagesSource,
  { program, assets }: Parts,
  folder: string,
  isWanted: Parameters<typeof writePages>[1],
  files: FilesInTwo,
): Promise<void> {
  // a kept file is the previous output's too, so nothing may write to it
  cpSync(join(TOOL, 'public'), folder, { recursive: true, force: false });
  cpSync(assets, join(folder, 'assets'), { recursive: true, force: false });
  handOver(source);
  await writePages({ program, place: source.place, write: files.write }, isWanted);
  await files.finish();
}
