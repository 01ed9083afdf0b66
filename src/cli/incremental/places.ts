import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PartOf, type Places, takingParts } from '../../index.ts';
import { stateOf } from './states.ts';
import { keyOf } from './unchanged.ts';

/** Where the parts about codes are in files, by their paths in an output. */
export type PlacesInFiles = Readonly<Record<string, Places>>;

/** A previous output, made from the same registry but for the prose of some codes. */
export interface EarlierOutput {
  folder: string;
  places: PlacesInFiles;
  /** The states of these files: see `stateOf`. */
  states: Readonly<Record<string, string>>;
  /** Those codes: see `keyOf`. */
  changed: ReadonlySet<string>;
}

/** Makes files with the parts that are the same in a previous output, where there is one, and notes where their parts are. */
export function takingFrom(before: EarlierOutput | undefined) {
  const noted: Record<string, Places> = {};
  const earlier = (path: string) => {
    const places = before?.places[path];
    if (!before || !places) return undefined;
    const file = join(before.folder, path);
    const text = readFileSync(file, 'utf8');
    // another build may have brought its own output meanwhile
    if (stateOf(file) !== before.states[path]) return undefined;
    return { text, places, isChanged: (...code: Parameters<typeof keyOf>) => before.changed.has(keyOf(...code)) };
  };
  return {
    noted,
    make<Content extends string | Uint8Array>(path: string, content: (partOf: PartOf) => Content): Content {
      const { partOf, placesIn } = takingParts(earlier(path));
      const made = content(partOf);
      const places = typeof made === 'string' ? placesIn(made) : undefined;
      if (places && places.length > 0) noted[path] = places;
      return made;
    },
  };
}

/** The two threads that may write the files of a site, by the end at which each begins. */
export type End = 'first' | 'last';

/** Keeps beside a folder, not in it, what a thread that wrote into it has noted. */
export function writePlaces(folder: string, end: End, places: PlacesInFiles): void {
  writeFileSync(fileOf(folder, end), JSON.stringify(places));
}

/** What all threads that wrote into a folder have noted. */
export function readPlaces(folder: string): PlacesInFiles {
  const files = (['first', 'last'] as const).map((end) => fileOf(folder, end)).filter((file) => existsSync(file));
  return Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(file, 'utf8'))));
}

function fileOf(folder: string, end: End): string {
  return `${folder}-places-${end}.json`;
}
