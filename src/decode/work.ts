import { addressedIn } from './evidence.ts';
import type { Nearest } from './explanation.ts';
import type { DecodeApi, DecodeIndex } from './index-format.ts';
import { nearestCodes } from './nearest-codes.ts';

/** For so many unknown codes of a paste the nearest are looked for; it takes long in a large registry. */
const MOST_GUESSES = 20;

/** What explaining one paste goes by. */
export interface Work {
  paste: string;
  index: DecodeIndex;
  now: number;
  /** The APIs whose addresses are in the paste. */
  addressed: ReadonlySet<DecodeApi>;
  lineOf(at: number): number;
  guess(code: string, api: DecodeApi): Nearest[];
}

export function workOn(paste: string, index: DecodeIndex, now: number): Work {
  const guesses = new Map<string, Nearest[]>();
  const guess = (code: string, api: DecodeApi): Nearest[] => {
    const key = `${api.id} ${code}`;
    const known = guesses.get(key);
    if (known || guesses.size >= MOST_GUESSES) return known ?? [];
    const found = nearestCodes(code, [api]);
    guesses.set(key, found);
    return found;
  };
  return { paste, index, now, addressed: addressedIn(paste, index.apis), lineOf: lineFinder(paste), guess };
}

/** The line of a place, from 1, found without reading the text again. */
function lineFinder(text: string): (at: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (at) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
