import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledGuides } from '../guides.ts';
import { removeLeftovers, temporaryName } from '../output/leftovers.ts';
import { HALF } from './bounds.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { PlacesInFiles } from './places.ts';
import type { TreeStates } from './states.ts';

/** What is remembered of the last build into an output. */
export interface BuildRecord extends TreeStates {
  /** What it was built with: see `toolKey`, and what comes from options, the configuration and guides. */
  key: string;
  fingerprint: Fingerprint;
  /** Where the parts about codes are in some of these files. */
  places: PlacesInFiles;
  /** Loading the grammars of the code in guides takes a quarter of a second. */
  compiledGuides: CompiledGuides;
}

const RECORD = 'record.json';
/** The record of the build before: that of the spare output, if there is one. */
export const SPARE_RECORD = 'spare.json';

/** The record in a folder; undefined if there is none, or if it was damaged. */
export function readRecord(
  folder: string,
  name: typeof RECORD | typeof SPARE_RECORD = RECORD,
): BuildRecord | undefined {
  try {
    const [sum, text = ''] = readFileSync(join(folder, name), 'utf8').split('\n');
    return sum === sumOf(text) ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a record whole or not at all; where the previous output has become the spare one, keeps the record of that. */
export function writeRecord(folder: string, record: BuildRecord, hasSpare: boolean): void {
  mkdirSync(folder, { recursive: true });
  removeLeftovers(folder, HALF);
  const text = JSON.stringify(record);
  const half = join(folder, temporaryName(HALF));
  writeFileSync(half, `${sumOf(text)}\n${text}`);
  if (hasSpare) renameSync(join(folder, RECORD), join(folder, SPARE_RECORD));
  renameSync(half, join(folder, RECORD));
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
