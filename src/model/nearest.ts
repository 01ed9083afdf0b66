import { distanceUpTo, type Effort } from './distance.ts';
import { foldName } from './fold.ts';

/** What looking for one word after the other among the same names may take in all; about a second. */
const MOST_EFFORT = 200_000_000;

/** How many letters may differ in the longest words: a third of them could be hundreds of thousands. */
const MOST_LETTERS = 20;

/**
 * The candidate that a person most likely meant, or undefined where none is near.
 * Case and the separators `-`, `_`, space count for nothing; beyond that up to a third of the letters may differ, at most 20.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return new Candidates(candidates).nearest(word);
}

/** A name as it is compared. Of two that are equally near, the one with the lower `order` counts. */
interface Folded {
  name: string;
  text: string;
  order: number;
}

/** Names of so many letters are kept under each spelling that lacks one; longer ones would take too much memory. */
const LONGEST_KEPT = 64;

/** How many names that lack the same letter are compared with a word when the effort is spent. */
const MOST_ALIKE = 20;

/**
 * Names among which many words are looked for. A name that differs in one letter is found at once, whatever their number;
 * one that differs in more is found by comparing names of a like length, until the effort is spent.
 */
export class Candidates {
  readonly #names: Iterable<string>;
  readonly #most: number;
  readonly #effort: Effort;
  readonly #found = new Map<string, string | undefined>();
  #lists: { close: Map<string, Folded[]>; byLength: Map<number, Folded[]> } | undefined;

  /** `most`: how many letters may differ where that is less than a third of them and less than 20; `effort`: how many pairs of letters may be compared. */
  constructor(names: Iterable<string>, { most = MOST_LETTERS, effort = MOST_EFFORT } = {}) {
    this.#names = names;
    this.#most = most;
    this.#effort = { left: effort };
  }

  /** True once a search had to be cut short: from then on a name that is near may not be found. */
  get isSpent(): boolean {
    return this.#effort.left <= 0;
  }

  /** As {@link nearest}, as far as the effort goes. */
  nearest(word: string): string | undefined {
    if (!this.#found.has(word)) this.#found.set(word, this.#search(foldName(word)));
    return this.#found.get(word);
  }

  #search(wanted: string): string | undefined {
    this.#lists ??= prepared(this.#names);
    const { close, byLength } = this.#lists;
    const limit = Math.min(this.#most, Math.max(1, Math.floor(wanted.length / 3)));
    let best: Folded | undefined;
    let least = limit + 1;
    const compare = (it: Folded) => {
      const most = best && it.order > best.order ? least - 1 : Math.min(least, limit);
      const distance = distanceUpTo(most, wanted, it.text, this.#effort);
      if (distance <= most) [best, least] = [it, distance];
    };
    for (const part of partsOf(wanted)) {
      const alike = close.get(part) ?? [];
      for (const it of this.isSpent ? alike.slice(0, MOST_ALIKE) : alike) compare(it);
    }
    // all names that differ in one letter have been seen, unless the word is too long for that
    const seen = wanted.length < LONGEST_KEPT ? 1 : 0;
    for (let by = 0; by <= limit && least > seen && by <= least; by++) {
      for (const length of new Set([wanted.length - by, wanted.length + by])) {
        for (const it of byLength.get(length) ?? []) {
          if (this.isSpent) return best?.name;
          compare(it);
        }
      }
    }
    return best?.name;
  }
}

function prepared(names: Iterable<string>) {
  const close = new Map<string, Folded[]>();
  const list = Array.from(names, (name, order): Folded => ({ name, text: foldName(name), order }));
  for (const it of list) {
    for (const part of partsOf(it.text)) {
      const others = close.get(part);
      if (others) others.push(it);
      else close.set(part, [it]);
    }
  }
  return { close, byLength: Map.groupBy(list, ({ text }) => text.length) };
}

/** A word, and what is left of it without one of its letters. */
function partsOf(word: string): Set<string> {
  if (word.length > LONGEST_KEPT) return new Set();
  const parts = new Set([word]);
  for (let i = 0; i < word.length; i++) parts.add(word.slice(0, i) + word.slice(i + 1));
  return parts;
}
