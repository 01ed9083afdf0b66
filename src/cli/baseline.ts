import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { counted } from '../browser.ts';
import type { BaselinePlan } from '../index.ts';
import { fileIn } from './format/report.ts';
import type { Io } from './io.ts';
import { writeWhole } from './output/write-whole.ts';

/** Writes the known gaps of every API, and says what changed. True if it wrote a file. */
export async function writeBaselines(
  plans: readonly BaselinePlan[],
  folder: { path: string; shown: string },
  io: Io,
): Promise<boolean> {
  for (const plan of plans) {
    const { path, text } = plan;
    if (text === '') await rm(join(folder.path, path));
    else if (text !== undefined) await writeWhole(join(folder.path, path), text);
    for (const line of linesOf(plan, fileIn(folder.shown, path))) io.err(line);
  }
  return plans.some(({ text }) => text !== undefined);
}

function linesOf({ text, gaps, added, removed, open }: BaselinePlan, file: string): string[] {
  const changes = [
    ...(added > 0 ? [`${added.toLocaleString('en')} added`] : []),
    ...(removed > 0 ? [`${removed.toLocaleString('en')} fixed ones removed`] : []),
  ].join(', ');
  const written =
    text === ''
      ? `Removed ${file}: all its gaps are fixed.`
      : `Wrote ${file} with ${counted(gaps, 'known gap')}: ${changes}.`;
  return [
    ...(text === undefined ? [] : [written]),
    ...(open > 0
      ? [`${file} doesn't list ${counted(open, 'new gap')}; fix them, or add them with \`--baseline --add\`.`]
      : []),
  ];
}
