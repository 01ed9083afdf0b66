import { foldMessage } from '../model/message.ts';

/** What stands before a code, and makes even a common word or a number one: `SQLSTATE[`, `error occurred (`, `closed with`. */
const INTRODUCED =
  /(?:code|error|err|errno|exception|reason|name|type|sqlstate|fatal|panic|pq|error(?: has)? occurred|clos(?:e|ed|ing)(?: with)?)["'\\]{0,4}\s{0,2}[=:[(#-]?\s{0,2}["'\\]{0,4}$/i;

/** An exception of some program with the code in brackets: `ApiError[50013]`. */
const EXCEPTION = /(?:error|exception)[[(]$/i;

/** The part of an address after which a code comes. */
const PATH = /\/(?:errors?|codes?|error-codes?)\/$/i;

/** A number after one of these is not a code, and neither is one before a unit. */
const COUNTED = /(?:port|line|pid|id|after|took|in|no\.?|#)\s?[=:]?\s?$/i;
const UNIT = /^\s?(?:ms|s|sec|seconds?|minutes?|bytes?|[kmg]i?b|%|px|times)\b/i;

/** A text this short has its code in front or at the end, as people type it. */
const TYPED = 80;

/** True where a word that is spelled like a code is one: it can be nothing else, or what is around it says so. */
export function isCodeAt(text: string, at: number, word: string, isPage: boolean): boolean {
  if (isPage || isTelling(word) || word === text.trim()) return true;
  const before = text.slice(Math.max(0, at - 40), at);
  if (INTRODUCED.test(before) || EXCEPTION.test(before) || PATH.test(before)) return true;
  const rest = text.slice(at + word.length);
  const isTyped = text.trim().length <= TYPED && (before.trim() === '' || rest.trim() === '');
  return isTyped && word.length >= 4 && /\d/.test(word) && !COUNTED.test(before) && !UNIT.test(rest);
}

/** True for a word that means nothing else in a log: it has a separator, or capitals like the name of a class. */
function isTelling(word: string): boolean {
  return (
    word.length >= 4 && (/\p{L}[_-]\p{L}/u.test(word) || /^[A-Z]{7,}$/.test(word) || /^(?:[A-Z][a-z]+){2,}$/.test(word))
  );
}

/** True where a text gives a code that is in no docs, or it would have been found. */
export function namesOtherCode(text: string): boolean {
  return /\/errors?\/[\w.-]*\d|\b(?:error[ _]?code|errno|sqlstate)["']?\s?[=:[ ]\s?["']?\w*\d/i.test(text);
}

/** Of fewer words, a message may be a part of any sentence. */
const SENTENCE = 5;

/** True where a text, folded too, says a message of several words: as a sentence of its own, or at such length that it is no accident. */
export function isSaidIn(text: string, folded: string, message: string): boolean {
  const wanted = foldMessage(message);
  if (!/\s/.test(message.trim())) return false;
  const isLong = wanted.split(/\s+/).length >= SENTENCE;
  const lower = text.length === folded.length ? folded : text.toLowerCase();
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    const [before, after] = [
      lower.slice(Math.max(0, at - 6), at),
      lower.slice(at + wanted.length, at + wanted.length + 3),
    ];
    const isWhole = !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after);
    if (
      isWhole &&
      (isLong ||
        (/(?:^|[^\p{L}\p{N}\s,]\s*|\n\s*|\b[1-5]\d\d\s+)$/u.test(before) &&
          /^(?:$|[^\p{L}\p{N}\s,]|\s*[\n{[(])/u.test(after)))
    )
      return true;
  }
  return false;
}
