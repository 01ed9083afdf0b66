import { distanceUpTo, fold } from '../../browser.ts';
import {
  type Best,
  FOLDED,
  INSIDE,
  OTHER_CASE,
  PART_STARTS,
  PART_TYPO,
  PARTS,
  SPELLED,
  START,
  TIERS,
  TYPO,
} from './ranked.ts';
import { countBits, lettersOf, type Row } from './rows.ts';
import { wordsOf } from './words.ts';

/** Adds the rows whose code is, starts with or holds what was asked for; the best ones only where they are more than enough. */
export function addByCode(best: Best, rows: readonly Row[], text: string, enough: number): void {
  const rank = fold(text) ? rankByWords(text) : rankBySpelling(text);
  const ranks = rows.map(rank);
  const limit = rankOf(ranks, enough);
  let left = enough;
  for (const [place, it] of ranks.entries()) {
    if (it < limit) add(best, rows[place]!, it);
  }
  for (let place = 0; place < rows.length && left > 0; place++) {
    if (ranks[place] !== limit || limit === NONE) continue;
    add(best, rows[place]!, limit);
    left--;
  }
}

/** A tier and a distance in one number. */
const PER_TIER = 1024;
const NONE = TIERS * PER_TIER;

function rankAt(tier: number, distance: number): number {
  return tier * PER_TIER + Math.min(distance, PER_TIER - 1);
}

function add(best: Best, row: Row, rank: number): void {
  best.add(row, Math.floor(rank / PER_TIER), rank % PER_TIER);
}

function rankByWords(text: string): (row: Row) => number {
  const lower = text.toLowerCase();
  const folded = fold(text);
  const words = wordsOf(text);
  const whole = words.map((word) => ` ${word} `);
  const starts = words.map((word) => ` ${word}`);
  return (row) => {
    const length = row.folded.length;
    const at = row.folded.indexOf(folded);
    if (at === 0) {
      if (row.code === text) return rankAt(SPELLED, 0);
      if (row.lower === lower) return rankAt(OTHER_CASE, 0);
      if (length === folded.length) return rankAt(FOLDED, row.code.length);
      // a title is prose, so its first word counts as much as the others
      if (row.kind === 'code') return rankAt(START, length);
    }
    if (whole.every((word) => row.parts.includes(word))) return rankAt(PARTS, length);
    if (starts.every((word) => row.parts.includes(word))) return rankAt(PART_STARTS, length);
    return at > 0 && folded.length >= 3 ? rankAt(INSIDE, length) : NONE;
  };
}

/** For what has neither letters nor digits, such as a code of punctuation. */
function rankBySpelling(text: string): (row: Row) => number {
  const lower = text.toLowerCase();
  return (row) => {
    if (row.code === text) return rankAt(SPELLED, 0);
    return row.lower.startsWith(lower) ? rankAt(START, row.code.length) : NONE;
  };
}

/** The rank at so many places from the best; none where there are fewer. */
function rankOf(ranks: readonly number[], place: number): number {
  const counts = new Uint32Array(NONE);
  for (const rank of ranks) if (rank < NONE) counts[rank]!++;
  let seen = 0;
  const limit = counts.findIndex((count) => {
    seen += count;
    return seen >= place;
  });
  return limit < 0 ? NONE : limit;
}

/** So many typos are forgiven in a word: none in a short one, which would be another word. */
export function forgiven(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/** Adds the rows whose code is what was asked for but for a typo or two. */
export function addByTypo(best: Best, rows: readonly Row[], text: string): void {
  const folded = fold(text);
  const most = forgiven(folded);
  if (most === 0 || folded.length > 80) return;
  const letters = lettersOf(folded);
  for (const row of rows) {
    if (countBits(letters ^ row.letters) > 2 * most) continue;
    const distance = distanceUpTo(most, folded, row.folded);
    if (distance <= most) best.add(row, TYPO, distance, row.parts.trim().split(' '));
  }
}

/** The parts that codes are made of, to find the one that a mistyped word means. */
export class Vocabulary {
  readonly #words: Map<string, number>;

  constructor(rows: readonly Row[]) {
    const words = new Set(rows.flatMap(({ parts }) => parts.trim().split(' ')).filter(Boolean));
    this.#words = new Map([...words].map((word) => [word, lettersOf(word)]));
  }

  /** The words that a word may mean, with their distance: itself where it is one. */
  meant(word: string): [word: string, distance: number][] {
    if (this.#words.has(word)) return [[word, 0]];
    const most = forgiven(word);
    const letters = lettersOf(word);
    const found: [string, number][] = [];
    for (const [known, itsLetters] of most === 0 ? [] : this.#words) {
      if (countBits(letters ^ itsLetters) > 2 * most) continue;
      const distance = distanceUpTo(most, word, known);
      if (distance <= most) found.push([known, distance]);
    }
    return found;
  }
}

/** Adds the rows whose code has all the words as parts, some with a typo. */
export function addByPartTypo(best: Best, rows: readonly Row[], text: string, vocabulary: Vocabulary): void {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > 8) return;
  const meant = words.map((word) => vocabulary.meant(word));
  if (meant.some((choices) => choices.length === 0)) return;
  for (const row of rows) {
    let distance = 0;
    const terms: string[] = [];
    for (const choices of meant) {
      const choice = choices.find(([word]) => row.parts.includes(` ${word} `));
      if (!choice) break;
      distance += choice[1];
      terms.push(choice[0]);
    }
    if (terms.length === meant.length) best.add(row, PART_TYPO, distance * 1000 + row.folded.length, terms);
  }
}
