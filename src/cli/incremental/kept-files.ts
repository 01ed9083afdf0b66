import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Registry } from '../../index.ts';
import { listedIn, MARK } from '../output/contents.ts';
import { attempted } from './cache.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { EarlierOutput } from './places.ts';
import type { BuildRecord } from './record.ts';
import { stateOf } from './states.ts';
import { changedSince, unchangedBut } from './unchanged.ts';

/** Which files of the previous output a build takes as they are. */
export interface KeptFiles {
  /** Pages and other files of the site. */
  files: ReadonlySet<string>;
  /** What the disk says of each file that the previous build wrote: see `stateOf`. */
  states: ReadonlyMap<string, string>;
  /** Their compressed versions. */
  compressed: readonly string[];
  /** Where the parts of others are: see `EarlierOutput`. */
  earlier: EarlierOutput;
  /** Whether that is all there is. */
  isAll: boolean;
}

const COMPRESSED = ['.br', '.gz'];

/** The files at `out` that this build would write again byte for byte, and that are as the previous build left them. */
export function keptFiles(
  out: string,
  before: BuildRecord | undefined,
  now: Fingerprint,
  registry: Registry,
): KeptFiles {
  if (!before) return NOTHING;
  const changed = changedSince(before.fingerprint, now, registry);
  const isSame = unchangedBut(changed, registry);
  const states = new Map(before.files);
  const versions = compressedVersions(states);
  const isCompressed = new Set([...versions.values()].flat());
  const besides = (file: string) => versions.get(file) ?? [];
  const isAsItWas = (file: string) => stateOf(join(out, file)) === states.get(file);
  const files = new Set<string>();
  for (const [file] of before.files) {
    if (isSame(file) && !isCompressed.has(file) && [file, ...besides(file)].every(isAsItWas)) files.add(file);
  }
  const compressed = [...files].flatMap(besides);
  const isAll = files.size + compressed.length === states.size && isMarked(out, before);
  const others = Object.entries(before.places).filter(([file]) => changed && !files.has(file) && isAsItWas(file));
  const earlier = {
    folder: out,
    places: Object.fromEntries(others),
    states: Object.fromEntries(others.map(([file]) => [file, states.get(file) ?? ''])),
    changed: changed ?? new Set<string>(),
  };
  return { files, states, compressed, earlier, isAll };
}

const NOTHING: KeptFiles = {
  files: new Set(),
  states: new Map(),
  compressed: [],
  earlier: { folder: '', places: {}, states: {}, changed: new Set() },
  isAll: false,
};

/** The compressed versions of files, by the file. */
function compressedVersions(states: ReadonlyMap<string, string>): Map<string, string[]> {
  const originalOf = (file: string) => file.slice(0, file.lastIndexOf('.'));
  const compressed = [...states.keys()].filter(
    (file) => COMPRESSED.some((ending) => file.endsWith(ending)) && states.has(originalOf(file)),
  );
  return Map.groupBy(compressed, originalOf);
}

function isMarked(out: string, { files }: BuildRecord): boolean {
  const listed = attempted(() => listedIn(readFileSync(join(out, MARK), 'utf8'))) ?? [];
  return listed.length === files.length && files.every(([file], place) => listed[place] === file);
}
