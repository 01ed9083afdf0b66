import type { Row } from './rows.ts';

/*
 * How a row can match: the tiers, the best first; nothing of a later one is ever above one of an earlier. They are plain
 * numbers, because those cost a page nothing.
 */

/** The code as it is spelled. */
export const SPELLED = 0;
/** The code in another case. */
export const OTHER_CASE = 1;
/** The code without its separators. */
export const FOLDED = 2;
/** The code is in the text. */
export const NAMED = 3;
/** The start of the code. */
export const START = 4;
/** Parts of the code. */
export const PARTS = 5;
/** Starts of its parts. */
export const PART_STARTS = 6;
/** Inside the code. */
export const INSIDE = 7;
/** Its status. */
export const STATUS = 8;
/** Its message. */
export const MESSAGE = 9;
/** The start or a part of its message. */
export const IN_MESSAGE = 10;
/** Its message with other values. */
export const OTHER_VALUES = 11;
/** Its texts. */
export const TEXTS = 12;
/** The code with a typo. */
export const TYPO = 13;
/** Parts of it with a typo. */
export const PART_TYPO = 14;
/** Its texts with a typo. */
export const TEXT_TYPO = 15;
/** Some words of its texts. */
export const SOME_WORDS = 16;

/** How many tiers there are. */
export const TIERS = SOME_WORDS + 1;

/** A row that matches. */
export interface Ranked {
  row: Row;
  /** One of the tiers above. */
  tier: number;
  /** Within the tier; the less the better. */
  distance: number;
  /** Words of the row that matched though the query does not have them, such as those with a typo. */
  terms: readonly string[];
}

/** Sorts the best match first; of equal tiers codes come before places, and the order of the registry decides the rest. */
function byRank(a: Ranked, b: Ranked): number {
  return a.tier - b.tier || Number(isPlace(a)) - Number(isPlace(b)) || a.distance - b.distance || a.row.id - b.row.id;
}

function isPlace({ row }: Ranked): boolean {
  return row.kind !== 'code';
}

/** Collects matches, the best one of each code, whichever spelling it is of. */
export class Best {
  readonly #byRow = new Map<Row, Ranked>();

  add(row: Row, tier: number, distance: number, terms: readonly string[] = []): void {
    const code = row.of ?? row;
    const known = this.#byRow.get(code);
    if (known && (known.tier < tier || (known.tier === tier && known.distance <= distance))) return;
    this.#byRow.set(code, { row, tier, distance, terms });
  }

  get size(): number {
    return this.#byRow.size;
  }

  sorted(): Ranked[] {
    return [...this.#byRow.values()].sort(byRank);
  }
}
