import { fold } from '../model/fold.ts';

/** Words of three letters or more; in scripts that put no spaces between words, each character. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]|[\p{L}\p{N}]{3,}/gu;

/** Words of almost every error message, and of almost every sentence. */
const GENERIC: ReadonlySet<string> = new Set(
  `about above after again against allowed already also and another any are attempt attempted available because been
  before being below both but call called can cannot check could did does doing don during each either ensure error
  exist existed existing fail failed failing failure for from further get given had has have here how into invalid
  its itself made make may might more most must need needed neither never nor not now occur occurred only other
  otherwise our out over parameter passed please possible problem provide provided request require required response
  same see should since some specified specify such support supported sure than that the their them then there these
  they this those through too try under unable unexpected unknown unless until upon use used using valid value very via
  wait was were what when where whether which while who whose why will with without would wrong yes yet you your`.split(
    /\s+/,
  ),
);

/** What is not a word of a sentence: an address, and a tag with its attributes. */
const ASIDE = /https?:\/\/[^\s)>]+|<\/?\w+\s[^>]*>/g;

/** The beginnings of the words that say what a text is about; `expired`, `expires` and `expiry` have the same. */
export function stemsOf(text: string): Set<string> {
  const words = text
    .replace(ASIDE, ' ')
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .match(WORD);
  const singular = (words ?? []).map((word) => (word.length > 4 ? word.replace(/s$/, '') : word));
  return new Set(singular.filter((word) => !GENERIC.has(word)).map((word) => word.slice(0, 5)));
}

/** A name in quotes or backticks, or with an underscore. */
const NAME = /(?<=["'`“‘])[\p{L}_][\p{L}\p{N}_.-]*(?=["'`”’])|[\p{L}\p{N}]+(?:_[\p{L}\p{N}]+)+/gu;

/** The names of fields and parameters in a text, folded. */
export function namesIn(text: string): Set<string> {
  return new Set((text.replace(ASIDE, ' ').match(NAME) ?? []).map(fold));
}

/** True where both name something, and nothing that one names is the beginning of what the other does, as in `lang` and `language`. */
export function nameOthers(before: ReadonlySet<string>, after: ReadonlySet<string>): boolean {
  const isIn = (a: string) => [...after].some((b) => a.startsWith(b) || b.startsWith(a));
  return before.size > 0 && after.size > 0 && ![...before].some(isIn);
}

/** True where two texts differ in case and punctuation at most. */
export function isSameText([before, after]: readonly [string, string]): boolean {
  return before === after || fold(before) === fold(after);
}

/** The part of the words of two texts that both have. */
export function likeness(before: string, after: string): number {
  const [was, is] = [stemsOf(before), stemsOf(after)];
  return was.intersection(is).size / (was.union(is).size || 1);
}
