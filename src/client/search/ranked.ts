import type { Row } from './rows.ts';

/** How a row can match, the best way first; nothing of a later kind ever stands above one of an earlier. */
export const TIERS = [
  'code as spelled',
  'code in another case',
  'code without separators',
  'code named in the text',
  'start of the code',
  'parts of the code',
  'starts of parts',
  'inside the code',
  'status',
  'message',
  'start or part of the message',
  'message with other values',
  'texts',
  'code with a typo',
  'parts with a typo',
  'texts with a typo',
  'some words of the texts',
] as const;

/** A row that matches. */
export interface Ranked {
  row: Row;
  /** A place in {@link TIERS}. */
  tier: number;
  /** Within the tier; the less the better. */
  distance: number;
  /** Words of the row that matched though the query does not have them, such as those with a typo. */
  terms: readonly string[];
}

export function tierOf(name: (typeof TIERS)[number]): number {
  return TIERS.indexOf(name);
}

/** Sorts the best match first; the order of the registry decides between equals. */
export function byRank(a: Ranked, b: Ranked): number {
  return a.tier - b.tier || a.distance - b.distance || a.row.id - b.row.id;
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
