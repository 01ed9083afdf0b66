import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../files-below.ts';
import { removeLeftovers, temporaryName } from '../output/leftovers.ts';
import { HALF } from './bounds.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { PlacesInFiles } from './places.ts';

/** What is remembered of the last build into an output. */
export interface BuildRecord {
  /** What it was built with: see `programKey`, and the options that add files of their own. */
  key: string;
  fingerprint: Fingerprint;
  files: FileStates;
  /** Where the parts about codes are in some of these files. */
  places: PlacesInFiles;
}

/** The files of an output in their order, each with what the disk said of it right after it was written. */
export type FileStates = readonly (readonly [path: string, state: string])[];

const RECORD = 'record.json';

/** The record in a folder; undefined if there is none, or if it was damaged. */
export function readRecord(folder: string): BuildRecord | undefined {
  try {
    const [sum, text = ''] = readFileSync(join(folder, RECORD), 'utf8').split('\n');
    return sum === sumOf(text) ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a record whole or not at all. */
export function writeRecord(folder: string, record: BuildRecord): void {
  mkdirSync(folder, { recursive: true });
  removeLeftovers(folder, HALF);
  const text = JSON.stringify(record);
  const half = join(folder, temporaryName(HALF));
  writeFileSync(half, `${sumOf(text)}\n${text}`);
  renameSync(half, join(folder, RECORD));
}

/** The states of all files in a folder. */
export function statesIn(folder: string): FileStates {
  return filesBelow(folder).map((path) => [path, stateOf(join(folder, path)) ?? '']);
}

/**
 * What the disk says of a file: another text as soon as somebody has written to it, replaced it or changed its mode, also where its
 * time of change was set back. Undefined if there is no such file.
 */
export function stateOf(path: string): string | undefined {
  const info = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return info?.isFile() ? [info.dev, info.ino, info.size, info.mtimeNs, info.ctimeNs].join(' ') : undefined;
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
