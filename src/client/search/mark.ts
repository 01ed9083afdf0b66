import { fold } from '../../browser.ts';
import { STOP_WORDS, wordsOf } from './words.ts';

/** A text in pieces: every second one, from the second on, is what matched. */
export type Marked = string[];

/** Longer lines are cut around what matched. */
const LONGEST = 180;

/** A code with what matched: what was typed as a whole, or else those of its parts that begin like one of the words. */
export function markCode(code: string, text: string, terms: readonly string[]): Marked {
  const folded = fold(text);
  const at = folded ? fold(code).indexOf(folded) : -1;
  if (at < 0) return markWords(code, [...wordsOf(text), ...terms]);
  const places = placesOfCharacters(code);
  const from = places[at]!;
  const to = places[at + folded.length - 1]! + 1;
  return [code.slice(0, from), code.slice(from, to), code.slice(to)];
}

/** Where each character of the folded code is in the code. */
function placesOfCharacters(code: string): number[] {
  const places: number[] = [];
  for (const { 0: character, index } of code.matchAll(/[\p{L}\p{N}]/gu)) {
    for (let unit = 0; unit < character.toLowerCase().length; unit++) places.push(index);
  }
  return places;
}

/** A text with the words marked that begin like one of these. */
function markWords(text: string, words: readonly string[]): Marked {
  const wanted = distinctiveOf(words);
  const pieces: Marked = [''];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(/\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{N}]+|\p{Lu}+(?!\p{Ll})\p{N}*/gu)) {
    if (!wanted.some((it) => shows(word.toLowerCase(), it))) continue;
    pieces[pieces.length - 1] += text.slice(end, index);
    pieces.push(word, '');
    end = index + word.length;
  }
  pieces[pieces.length - 1] += text.slice(end);
  return pieces;
}

/** A line about a code: its message, if it has one, then the one of several texts that shows most of the words, the earlier of equals. */
export function lineOf(message: string, candidates: readonly string[], words: readonly string[]): Marked {
  const wanted = distinctiveOf(words);
  let best = candidates[0]!;
  let most = shownIn(best, wanted);
  for (const candidate of candidates.slice(1)) {
    const shown = shownIn(candidate, wanted);
    if (shown > most) [best, most] = [candidate, shown];
  }
  const line = cut(markWords(best, words));
  if (message === '') return line;
  const [first = '', ...rest] = line;
  const marked = markWords(message, words);
  const end = marked.pop() ?? '';
  return [...marked, end + (best === '' ? '' : ` · ${first}`), ...rest];
}

function shownIn(text: string, wanted: readonly string[]): number {
  const words = wordsOf(text);
  return wanted.filter((it) => words.some((word) => shows(word, it))).length;
}

/** Short words are found whole only, or `not` would match `nothing`. */
function shows(word: string, wanted: string): boolean {
  return wanted.length < 4 ? word === wanted : word.startsWith(wanted);
}

function distinctiveOf(words: readonly string[]): string[] {
  return [...new Set(words)].filter((word) => word.length > 1 && !STOP_WORDS.has(word));
}

/** Cuts a long line at both ends so that its first match stays in it. */
function cut(pieces: Marked): Marked {
  const whole = pieces.join('');
  if (whole.length <= LONGEST) return pieces;
  const before = pieces.length > 1 ? pieces[0]! : '';
  const start = before.length < LONGEST / 2 ? 0 : before.indexOf(' ', before.length - LONGEST / 3) + 1;
  const shortened: Marked = [];
  let room = LONGEST;
  for (const [place, piece] of pieces.entries()) {
    const rest = place === 0 ? piece.slice(start) : piece;
    if (rest.length > room) {
      const end = rest.slice(0, room).replace(/\s+\S*$/, '');
      shortened.push(...(place % 2 === 0 ? [`${end}…`] : [rest, '…']));
      break;
    }
    shortened.push(rest);
    room -= rest.length;
  }
  if (start > 0) shortened[0] = `…${shortened[0]}`;
  return shortened;
}
