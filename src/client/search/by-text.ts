import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import { fold } from '../../browser.ts';
import type { SearchText } from '../../shared/search-index.ts';
import { forgiven } from './by-code.ts';
import { type Best, IN_MESSAGE, MESSAGE, OTHER_VALUES, SOME_WORDS, TEXT_TYPO, TEXTS } from './ranked.ts';
import type { Row } from './rows.ts';
import { indexedWords, STOP_WORDS, wordsOf } from './words.ts';

/** What is indexed of a code. */
interface Entry {
  id: number;
  code: string;
  message: string;
  title: string;
  meaning: string;
  /** Causes, remediation, names of fields and headers. */
  more: string;
}

const FIELDS = ['code', 'message', 'title', 'meaning', 'more'];
const BOOST = { code: 4, title: 3, message: 3, meaning: 2, more: 1 };
/** Words of a query beyond these are not looked at; of those, so many of the rarest are searched for. */
const MOST_WORDS = 40;
const SEARCHED = 6;
/** A word that is in more than this part of all codes says little; two of them are kept where there are no others. */
const COMMON = 0.3;
/** Messages that share words with a query are compared with it up to so many. */
const COMPARED = 60;

const distinctive = (term: string) => (STOP_WORDS.has(term) ? null : term);

/** The words of all codes and places. */
export class TextIndex {
  /** How many codes there are; places, which are short, don't say which words are common. */
  #codes = 0;
  /** How often each word is in all of them together. */
  readonly #counts = new Map<string, number>();
  readonly #index = new MiniSearch<Entry>({
    fields: FIELDS,
    tokenize: indexedWords,
    processTerm: (term) => {
      if (STOP_WORDS.has(term)) return null;
      this.#counts.set(term, (this.#counts.get(term) ?? 0) + 1);
      return term;
    },
    searchOptions: { tokenize: wordsOf, processTerm: distinctive },
  });

  /** Takes in codes, in steps, so that a query can be answered in between. */
  async add(rows: readonly Row[], texts?: readonly SearchText[]): Promise<void> {
    await this.#index.addAllAsync(this.#entriesOf(rows, texts), { chunkSize: 50 });
  }

  /** The same at once. */
  addNow(rows: readonly Row[], texts?: readonly SearchText[]): void {
    this.#index.addAll(this.#entriesOf(rows, texts));
  }

  /** True for a word that is in more than one place. */
  isCommon(word: string): boolean {
    return (this.#counts.get(word) ?? 0) > 1;
  }

  #entriesOf(rows: readonly Row[], texts: readonly SearchText[] | undefined): Entry[] {
    this.#codes += rows.filter(({ kind }) => kind === 'code').length;
    return rows.map((row, place) => entryOf(row, texts?.[place]));
  }

  /** What was found for the last text, by tier: the API of a page and all others are looked for one after the other. */
  #last = { text: '', byTier: new Map<number, SearchResult[]>() };

  /** The rows that have the words of a text, the best first; the options belong to the tier. */
  search(text: string, tier: number, options: SearchOptions): SearchResult[] {
    if (this.#last.text !== text) this.#last = { text, byTier: new Map() };
    const known = this.#last.byTier.get(tier);
    if (known) return known;
    const results = this.#index.search(this.#rarest(text).join(' '), { boost: BOOST, ...options });
    this.#last.byTier.set(tier, results);
    return results;
  }

  /** The words that identify codes, in their order; those that are nowhere may be typos, and are kept. */
  #rarest(text: string): string[] {
    const words = [...new Set(wordsOf(text).slice(0, MOST_WORDS))].filter(distinctive);
    const countOf = (word: string) => this.#counts.get(word) ?? 0;
    const known = words.filter((word) => countOf(word) > 0).sort((a, b) => countOf(a) - countOf(b));
    const common = this.#codes * COMMON;
    const kept = new Set(known.filter((word, rank) => rank < 2 || (rank < SEARCHED && countOf(word) < common)));
    const unknown = words.filter((word) => countOf(word) === 0).slice(0, SEARCHED);
    return words.filter((word) => kept.has(word) || unknown.includes(word));
  }
}

function entryOf(row: Row, text: SearchText | undefined): Entry {
  const [title = '', meaning = row.line, causes = [], remediation = [], names = ''] = text ?? [];
  return {
    id: row.id,
    code: row.code,
    message: row.message,
    title,
    meaning,
    more: [...causes, ...remediation, names].join('\n'),
  };
}

/** What the searches by text need. */
export interface Texts {
  index: TextIndex;
  rows: readonly Row[];
  passes(row: Row): boolean;
}

/** Adds the rows whose message is the text, holds it, or is the same but for the values in it. */
export function addByMessage(best: Best, { index, rows, passes }: Texts, text: string): void {
  const asked = wordsOf(text).slice(0, MOST_WORDS);
  const words = new Set(asked);
  const spelled = ` ${asked.join(' ')} `;
  const among = index
    .search(text, MESSAGE, { fields: ['message'], combineWith: 'OR' })
    .filter(({ id }) => passes(rows[id]!))
    .slice(0, COMPARED);
  for (const { id } of among) {
    const row = rows[id]!;
    const own = wordsOf(row.message);
    const ownSpelled = ` ${own.join(' ')} `;
    const shared = own.filter((word) => words.has(word)).length;
    const likeness = (2 * shared) / (own.length + asked.length);
    if (ownSpelled === spelled) best.add(row, MESSAGE, 0);
    else if (asked.length > 1 && ownSpelled.includes(spelled)) best.add(row, IN_MESSAGE, own.length);
    else if (own.length > Math.min(2, asked.length / 2) && spelled.includes(ownSpelled))
      best.add(row, IN_MESSAGE, -own.length);
    else if (asked.length > 2 && shared > 1 && shared / own.length >= 0.6) best.add(row, OTHER_VALUES, -likeness);
  }
}

/** Adds the rows with all the words, the last of which may be begun only. */
export function addByTexts(best: Best, texts: Texts, text: string): void {
  add(best, TEXTS, texts, text, { combineWith: 'AND', prefix: isLast });
}

/** Adds the rows with all the words, some with a typo. */
export function addByTextTypo(best: Best, texts: Texts, text: string): void {
  add(best, TEXT_TYPO, texts, text, { combineWith: 'AND', prefix: isLast, fuzzy: (term) => forgiven(term) || false });
}

/** Adds the rows with any of the words. */
export function addBySomeWords(best: Best, texts: Texts, text: string): void {
  add(best, SOME_WORDS, texts, text, { combineWith: 'OR' });
}

function add(best: Best, tier: number, { index, rows, passes }: Texts, text: string, options: SearchOptions): void {
  if (!fold(text)) return;
  for (const { id, score, terms } of index.search(text, tier, options)) {
    const row = rows[id]!;
    if (passes(row)) best.add(row, tier, -score, terms);
  }
}

function isLast(term: string, place: number, terms: string[]): boolean {
  return place === terms.length - 1 && term.length >= 2;
}
