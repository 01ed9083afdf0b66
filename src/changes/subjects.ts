import { fold } from '../model/fold.ts';
import type { Code } from '../model/registry.ts';
import { textsOf } from './texts.ts';
import { isSameText, likeness, nameOthers, namesIn, stemsOf } from './wording.ts';

/** A text that so many codes of one state share, and this part of them, such as “Not documented.”, says nothing about any of them. */
const FILLER = 3;
const FILLER_SHARE = 0.01;

/** What an entry is about: its words without endings, and the names of fields and parameters in it. */
interface Subject {
  words: ReadonlySet<string>;
  names: ReadonlySet<string>;
}

/** Two entries that share less than this, by weight, have nothing to do with each other. */
const UNRELATED = 0.2;
/** The same for two entries that also name other parameters. */
const OTHER_NAMES = 0.6;
/** Two texts that share this part of their words say the same. */
const ALIKE = 0.35;
/** Of fewer words nothing can be said. */
const FEWEST_WORDS = 2;

/** Decides whether two entries are about the same error, knowing what all entries of both states say. */
export class Subjects {
  readonly #states: readonly (readonly Code[])[];
  readonly #subjects = new Map<Code, Subject>();
  #filler: ReadonlySet<string> | undefined;
  #counts: ReadonlyMap<string, number> | undefined;

  constructor(...states: readonly (readonly Code[])[]) {
    this.#states = states;
  }

  /** The texts of an entry by which a caller knows its error, the most telling first; undefined in the place of those that say nothing. */
  texts(code: Code): (string | undefined)[] {
    this.#filler ??= fillerIn(this.#states);
    const filler = this.#filler;
    return textsOf(code).map((text) => (text === undefined || filler.has(fold(text)) ? undefined : text));
  }

  /** True where most texts of two entries are the same: they are one entry under two names. */
  sayTheSame(before: Code, after: Code): boolean {
    const both = this.#common(before, after);
    return both.filter(isSameText).length * 2 > both.length;
  }

  /** True where the message, the meaning or the title is the same: both are one error, whatever else they say. */
  shareText(before: Code, after: Code): boolean {
    const is = this.texts(after);
    return this.texts(before)
      .slice(0, -1)
      .some((text, i) => text !== undefined && is[i] !== undefined && isSameText([text, is[i]]));
  }

  /**
   * True where an entry is about another error than before: next to nothing that it said is left, or it shares the general words
   * alone and names other parameters. One text that is the same, or much like it was, is enough to say no.
   */
  differ(before: Code, after: Code): boolean {
    const both = this.#common(before, after);
    if (both.some((texts) => isSameText(texts) || likeness(...texts) >= ALIKE)) return false;
    const [was, is] = [this.#subjectOf(before), this.#subjectOf(after)];
    if (Math.min(was.words.size, is.words.size) < FEWEST_WORDS) return false;
    return this.#shared(was.words, is.words) < (nameOthers(was.names, is.names) ? OTHER_NAMES : UNRELATED);
  }

  /** The texts that both entries have. */
  #common(before: Code, after: Code): [string, string][] {
    const is = this.texts(after);
    return this.texts(before).flatMap((text, i) => (text !== undefined && is[i] !== undefined ? [[text, is[i]]] : []));
  }

  #subjectOf(code: Code): Subject {
    const known = this.#subjects.get(code);
    if (known) return known;
    const text = this.texts(code).join('\n');
    const subject = { words: stemsOf(text), names: namesIn(text) };
    this.#subjects.set(code, subject);
    return subject;
  }

  /** How much of the poorer entry the other one shares: 1 for all, 0 for nothing. A word weighs the more, the fewer entries have it. */
  #shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
    this.#counts ??= this.#count();
    const counts = this.#counts;
    const all = this.#states.reduce((sum, codes) => sum + codes.length, 0);
    const weigh = (words: ReadonlySet<string>) =>
      [...words].reduce((sum, word) => sum + Math.log(1 + all / (counts.get(word) ?? 1)), 0);
    return weigh(a.intersection(b)) / Math.min(weigh(a), weigh(b));
  }

  #count(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const code of this.#states.flat())
      for (const word of this.#subjectOf(code).words) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  }
}

function fillerIn(states: readonly (readonly Code[])[]): Set<string> {
  const shared = states.flatMap((codes) => {
    const most = Math.max(FILLER, codes.length * FILLER_SHARE);
    const texts = codes.flatMap((code) => [...new Set(textsOf(code).map((text) => fold(text ?? '')))]);
    return [...Map.groupBy(texts, (text) => text)].filter(([, { length }]) => length >= most);
  });
  return new Set(shared.map(([text]) => text));
}
