import { NAMED, type Ranked, TEXTS } from './ranked.ts';

/** What matches of one API, or of all others. */
export interface Side {
  /** True for the API of the page; undefined where the page has none. */
  isOwn: boolean | undefined;
  ranked: Ranked[];
}

/** In a short list, so many lines are kept for the second side, and so many of each side for places. */
const OTHERS = 5;
const PLACES = 3;

/** How good the best match of a side is: the code as it was typed, what has the words, or a guess. */
const EXACT = 0;
const WORDS = 1;
const GUESS = 2;

function classOf({ ranked: [first] }: Side): number {
  if (!first || first.tier > TEXTS) return GUESS;
  return first.tier <= NAMED && first.row.kind === 'code' ? EXACT : WORDS;
}

/**
 * Puts the page's own API first, unless the others alone have the code that was typed, or alone have more than guesses;
 * guesses of one side are left out where the other has better.
 */
export function inOrder(sides: readonly Side[]): Side[] {
  const found = sides.filter(({ ranked }) => ranked.length > 0).sort((a, b) => classOf(a) - classOf(b));
  return isGuess(found) ? found : found.filter((side) => classOf(side) < GUESS);
}

/** True where nothing is more than a guess. */
export function isGuess(sides: readonly Side[]): boolean {
  return sides.every((side) => classOf(side) === GUESS);
}

/** The first of each side, as many as fit; some of both sides, and places among the codes, even where there are many. */
export function shortened(sides: readonly Side[], most: number): Side[] {
  const [first, second] = sides;
  if (!first) return [];
  const kept = firstOf(first, most - Math.min(OTHERS, second?.ranked.length ?? 0));
  return second ? [kept, firstOf(second, most - kept.ranked.length)] : [kept];
}

function firstOf({ isOwn, ranked }: Side, most: number): Side {
  const places = ranked.slice(most).filter(({ row }) => row.kind !== 'code');
  const kept = Math.min(places.length, PLACES, Math.max(0, most - 1));
  return { isOwn, ranked: [...ranked.slice(0, most - kept), ...places.slice(0, kept)] };
}
