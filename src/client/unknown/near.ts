import { editDistance } from '../../browser.ts';

/** A longer word is not a code, and comparing it would take long. */
const LONGEST_WORD = 240;

/** The names nearest to a word, nearest first: those spelled almost alike, then those that share its parts. */
export function near(word: string, names: readonly string[], most: number): string[] {
  const wanted = partsOf(word.slice(0, LONGEST_WORD));
  if (wanted.length === 0) return [];
  const ranked = names
    .map((name) => ({ name, distance: distance(wanted, partsOf(name)) }))
    .filter((it) => it.distance < 1)
    .sort((a, b) => a.distance - b.distance);
  // if one is spelled almost alike, those that only share a part are noise
  const limit = (ranked[0]?.distance ?? 0) + 0.5;
  return ranked
    .filter((it) => it.distance <= limit)
    .slice(0, most)
    .map(({ name }) => name);
}

/** From 0, the same but for case and separators, to 1, nothing in common. */
function distance(wanted: readonly string[], parts: readonly string[]): number {
  const [a, b] = [wanted.join(''), parts.join('')];
  if (a === b) return 0;
  const longer = Math.max(a.length, b.length);
  const allowed = Math.floor(longer / 3);
  // letters are compared only where the lengths leave a chance
  const edits = Math.abs(a.length - b.length) > allowed ? longer : editDistance(a, b);
  const spelling = edits <= allowed ? edits / longer : 1;
  return Math.min(spelling, sharing(wanted, parts));
}

/** How far two names are apart by the parts that they share, such as `SESSION` in `SESSION_GONE` and `AUTH_SESSION_EXPIRED`. */
function sharing(wanted: readonly string[], parts: readonly string[]): number {
  const shared = wanted.filter((part) => part.length > 2 && parts.includes(part)).length;
  return shared === 0 ? 1 : 0.9 - (0.5 * shared) / Math.max(wanted.length, parts.length);
}

/** The parts of a code in any style: `AUTH_REQUIRED`, `auth-required`, `authRequired`. */
function partsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
