import type { SearchCodes, SearchText, SearchTexts } from '../../shared/search-index.ts';
import { addByCode, addByPartTypo, addByTypo, Vocabulary } from './by-code.ts';
import { addByStatus, isStatusWord, placeOfStatus, type StatusTest, statusTest } from './by-status.ts';
import { addByMessage, addBySomeWords, addByTexts, addByTextTypo, TextIndex, type Texts } from './by-text.ts';
import { filterOf, type RowTest } from './filter.ts';
import { type Hit, hitOf } from './hit.ts';
import { Named } from './named.ts';
import { type Note, notesOn } from './notes.ts';
import { type Query, readQuery } from './query.ts';
import { Best, type Ranked, START, STATUS } from './ranked.ts';
import { type Row, rowsOf } from './rows.ts';
import { inOrder, isGuess, type Side, shortened } from './sides.ts';

export interface Answer {
  hits: Hit[];
  /** True where more match than are shown. */
  more: boolean;
  /** How many match in all; known where all were asked for. */
  total: number | undefined;
  /** Filters that were not understood. */
  notes: Note[];
}

/** How many places are looked for by name, beside the codes. */
const PLACES = 20;

/** Answers queries over the codes and places of an index; the full texts may come later. */
export class Engine {
  readonly #index: SearchCodes;
  /** The codes, then the places. */
  readonly #rows: Row[];
  /** The codes, and their other spellings. */
  readonly #spellings: Row[];
  readonly #places: Row[];
  readonly #named: Named;
  readonly #vocabulary: Vocabulary;
  /** The first part's words; the full texts' in their place once all are there. */
  #words = new TextIndex();
  readonly #texts: SearchText[] = [];

  constructor(index: SearchCodes) {
    const rows = rowsOf(index);
    this.#index = index;
    this.#rows = rows.filter(({ of }) => !of);
    this.#spellings = rows.filter(isCode);
    this.#places = rows.filter((row) => !isCode(row));
    this.#named = new Named(this.#spellings);
    this.#vocabulary = new Vocabulary(rows);
    this.#words.addNow(this.#rows);
  }

  /** How many codes there are. */
  get size(): number {
    return this.#rows.length - this.#places.length;
  }

  /** Takes in the second part; parts of another version are ignored, because they belong to other codes. */
  async addTexts(parts: readonly SearchTexts[]): Promise<void> {
    if (parts.some(({ version }) => version !== this.#index.version)) return;
    const words = new TextIndex();
    for (const { first, codes } of parts) {
      for (const [place, text] of codes.entries()) this.#texts[first + place] = text;
      await words.add(this.#rows.slice(first, first + codes.length), codes);
    }
    await words.add(this.#places);
    this.#words = words;
  }

  /** The best matches, at most so many; those of the API `own`, if any, in front of others that match as well. */
  search(typed: string, most = 20, own?: string): Answer {
    const query = readQuery(typed);
    const sides = this.#sides(query, most + 1, own);
    const shown = shortened(sides, most);
    return this.#answer(query, shown, countOf(sides) > countOf(shown), undefined);
  }

  /** A part of all matches, in the same order. */
  page(typed: string, from: number, count: number, own?: string): Answer {
    const query = readQuery(typed);
    const sides = this.#sides(query, Number.POSITIVE_INFINITY, own);
    const all = sides.flatMap(({ isOwn, ranked }) => ranked.map((it) => ({ isOwn, ranked: [it] })));
    // past the end is the last part
    const first = Math.max(0, Math.min(from, Math.floor((all.length - 1) / count) * count));
    const shown = all.slice(first, first + count);
    return this.#answer(query, shown, all.length > first + count, all.length);
  }

  /** What is at these addresses now, in their order; what is gone is left out. */
  recall(addresses: readonly string[]): Answer {
    const rows = addresses.flatMap((href) => this.#rows.find((row) => row.href === href) ?? []);
    const ranked = rows.map((row) => ({ row, tier: STATUS, distance: 0, terms: [] }));
    return this.#answer(readQuery(''), [{ isOwn: undefined, ranked }], false, undefined);
  }

  #answer(query: Query, sides: readonly Side[], more: boolean, total: number | undefined): Answer {
    const hits = sides.flatMap(({ isOwn, ranked }) =>
      ranked.map((it) => hitOf(it, this.#texts[it.row.id], query.text, isOwn)),
    );
    // what reads like a filter may be the beginning of a code, such as `urn:orders:sold-out`
    const unknown = hits[0] && hits[0].tier <= START ? [] : query.unknown;
    return { hits, more, total, notes: notesOn({ ...query, unknown }, this.#index, this.#rows) };
  }

  #sides(query: Query, enough: number, own: string | undefined): Side[] {
    const sides = inOrder(this.#ranked(query, enough, own));
    // guesses about a filter that does not exist would hide that it was not applied
    return query.unknown.length > 0 && isGuess(sides) ? [] : sides;
  }

  #ranked(query: Query, enough: number, own: string | undefined): Side[] {
    const passes = filterOf(query.filters);
    const { apis } = this.#index;
    if (apis.length === 1 || !apis.some(({ id }) => id === own)) {
      return [{ isOwn: undefined, ranked: this.#rank(query, passes, enough) }];
    }
    const isOwn = (row: Row) => row.api.id === own;
    return [
      { isOwn: true, ranked: this.#rank(query, (row) => isOwn(row) && passes(row), enough) },
      { isOwn: false, ranked: this.#rank(query, (row) => !isOwn(row) && passes(row), enough) },
    ];
  }

  #rank({ text, filters }: Query, passes: RowTest, enough: number): Ranked[] {
    if (text) return this.#rankText(text, passes, enough);
    if (filters.length === 0) return [];
    const codes = this.#rows.filter((row) => isCode(row) && passes(row));
    return codes.map((row) => ({ row, tier: STATUS, distance: 0, terms: [] }));
  }

  /** A status among other words narrows to its codes; those come before what the words find without it. */
  #rankText(text: string, passes: RowTest, enough: number): Ranked[] {
    const [words, statuses] = split(text);
    const plain = this.#rankWords(text, passes, enough);
    if (statuses.length === 0 || words === '') return plain;
    const exact = plain.filter(({ tier }) => tier <= STATUS);
    const tests = statuses.map((it) => statusTest(it)!);
    const withStatus = this.#rankWords(words, (row) => passes(row) && hasOne(row, tests), enough);
    return [...new Map([...exact, ...withStatus, ...plain].map((it) => [it.row, it])).values()];
  }

  /** The cheap and sure ways come first; the later ones only where those have not found enough. */
  #rankWords(text: string, passes: RowTest, enough: number): Ranked[] {
    const best = new Best();
    const spellings = this.#spellings.filter(passes);
    const codes = spellings.filter(({ of }) => !of);
    const places = this.#places.filter(passes);
    // two spellings may be one code
    addByCode(best, spellings, text, enough + spellings.length - codes.length);
    addByCode(best, places, text, PLACES);
    this.#named.add(best, text, (word) => this.#words.isCommon(word));
    const status = statusTest(text);
    if (status && best.size < enough) addByStatus(best, codes, status, enough);
    if (status) addByStatus(best, places, status, PLACES);
    const texts: Texts = { index: this.#words, rows: this.#rows, passes };
    if (best.size < enough) addByMessage(best, texts, text);
    if (best.size < enough) addByTexts(best, texts, text);
    const exact = best.size;
    const all = [...spellings, ...places];
    if (exact < enough) addByTypo(best, all, text);
    if (exact === 0) addByPartTypo(best, all, text, this.#vocabulary);
    if (exact === 0 && best.size < enough) addByTextTypo(best, texts, text);
    if (best.size === 0) addBySomeWords(best, texts, text);
    return best.sorted().filter(({ row }) => passes(row));
  }
}

function countOf(sides: readonly Side[]): number {
  return sides.reduce((sum, { ranked }) => sum + ranked.length, 0);
}

function isCode({ kind }: Row): boolean {
  return kind === 'code';
}

function hasOne(row: Row, tests: readonly StatusTest[]): boolean {
  return tests.some((test) => placeOfStatus(row, test) >= 0);
}

/** The words of a text without the statuses in it, and those. */
function split(text: string): [words: string, statuses: string[]] {
  const words = text.replace(/^http(?:\/[\d.]+)?\s+/i, '').split(' ');
  return [words.filter((word) => !isStatusWord(word)).join(' '), words.filter(isStatusWord)];
}
