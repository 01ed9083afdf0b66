import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { growFor } from '../../src/cli/output/swap.ts';

/** The files that {@link tinyBuild} writes. */
export const FILES = ['a/b.html', 'index.html', 'notes.md'];

/** Does what a build of a site does with its output, with three small files that all say `text`. */
export async function tinyBuild(out: string, project: string, text: string): Promise<void> {
  const growing = growFor(out, project);
  mkdirSync(join(growing.folder, 'a'), { recursive: true });
  for (const file of FILES) writeFileSync(join(growing.folder, file), text);
  await growing.finish();
}

if (import.meta.main) {
  const [out = '', project = '', text = ''] = process.argv.slice(2);
  await tinyBuild(out, project, text);
}
