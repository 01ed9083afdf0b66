import type { Api, Code } from '../model/registry.ts';

/**
 * Gives the part of a file that is about a code: what `make` makes, or the same text from before. No such part may show the prose of
 * another code: its meaning after the first sentence, causes, steps, links and the reason of its retry policy.
 */
export type PartOf = (api: Pick<Api, 'id'>, code: Pick<Code, 'code'>, make: () => string) => string;

/** Makes every part. */
export const making: PartOf = (_api, _code, make) => make();

/** Where the parts of a file are, in the order in which it is made: the start and the length of each, in UTF-16 units. */
export type Places = readonly number[];

/** A file as it was before, with the same registry but for the prose of some codes. */
export interface EarlierFile {
  text: string;
  places: Places;
  isChanged(api: Pick<Api, 'id'>, code: Pick<Code, 'code'>): boolean;
}

/** A way to take the parts of a file from an earlier one, which then says where they are in the new text. */
export interface TakenParts {
  partOf: PartOf;
  /** Undefined if the text does not hold every part as it was given, one after the other. */
  placesIn(text: string): Places | undefined;
}

/** Takes the parts of codes that did not change from an earlier file, where there is one, and makes the others. */
export function takingParts(before: EarlierFile | undefined): TakenParts {
  const parts: string[] = [];
  return {
    partOf(api, code, make) {
      const [start, length] = before?.places.slice(2 * parts.length, 2 * parts.length + 2) ?? [];
      const isKnown = before && start !== undefined && length !== undefined && !before.isChanged(api, code);
      const part = isKnown ? before.text.slice(start, start + length) : make();
      parts.push(part);
      return part;
    },
    placesIn(text) {
      const places: number[] = [];
      let end = 0;
      for (const part of parts) {
        const start = text.indexOf(part, end);
        if (start < 0) return undefined;
        end = start + part.length;
        places.push(start, part.length);
      }
      return places;
    },
  };
}
