import type { Mark } from '../../shared/mark.ts';
import type { SearchCodes, SearchText, SearchTexts } from '../../shared/search-index.ts';
import { addByCode, addByPartTypo, addByTypo, addNamed, Vocabulary } from './by-code.ts';
import { isStatusWord, placeOfStatus, type StatusTest, statusTest } from './by-status.ts';
import { addByMessage, addBySomeWords, addByTexts, addByTextTypo, TextIndex, type Texts } from './by-text.ts';
import { filterOf, type RowTest } from './filter.ts';
import { bestLine, type Marked, markCode } from './mark.ts';
import { type Query, readQuery } from './query.ts';
import { Best, type Ranked, STATUS } from './ranked.ts';
import { type Row, rowsOf } from './rows.ts';
import { wordsOf } from './words.ts';

/** A code that matches, as it is shown. */
export interface Hit {
  href: string;
  code: Marked;
  /** What the code is now, where it was found by another spelling. */
  now: string | undefined;
  marks: Mark[];
  statuses: { status: number | string; name: string }[];
  api: string;
  domain: string;
  line: Marked;
  /** How it matches: a tier of `ranked.ts`. */
  tier: number;
}

export interface Answer {
  hits: Hit[];
  /** True where more match than are shown. */
  more: boolean;
}

const SPLIT = /(?<=[.!?])\s+/;

/** Answers queries over the codes of an index; the full texts may come later. */
export class Engine {
  readonly #rows: Row[];
  /** The codes, and their other spellings. */
  readonly #spellings: Row[];
  readonly #byLower: Map<string, Row[]>;
  readonly #vocabulary: Vocabulary;
  readonly #version: string;
  /** The first part's words; the full texts' in their place once all are there. */
  #index = new TextIndex();
  readonly #texts: SearchText[] = [];

  constructor(codes: SearchCodes) {
    this.#version = codes.version;
    this.#spellings = rowsOf(codes);
    this.#rows = this.#spellings.filter(isCode);
    this.#byLower = Map.groupBy(this.#spellings, ({ lower }) => lower);
    this.#vocabulary = new Vocabulary(this.#spellings);
    this.#index.addNow(this.#rows);
  }

  get size(): number {
    return this.#rows.length;
  }

  /** Takes in the second part; parts of another version are passed over, for they belong to other codes. */
  async addTexts(parts: readonly SearchTexts[]): Promise<void> {
    if (parts.some(({ version }) => version !== this.#version)) return;
    const index = new TextIndex();
    for (const { first, codes } of parts) {
      for (const [place, text] of codes.entries()) this.#texts[first + place] = text;
      await index.add(this.#rows.slice(first, first + codes.length), codes);
    }
    this.#index = index;
  }

  /** The best matches, at most so many. */
  search(typed: string, most = 20): Answer {
    const query = readQuery(typed);
    const ranked = this.#rank(query, most + 1);
    return {
      hits: ranked.slice(0, most).map((it) => this.#shown(it, query.text)),
      more: ranked.length > most,
    };
  }

  #rank({ text, narrowed }: Query, enough: number): Ranked[] {
    const passes = filterOf(narrowed);
    if (text) return this.#rankText(text, passes, enough);
    if (narrowed.length === 0) return [];
    return this.#rows.filter(passes).map((row) => ({ row, tier: STATUS, distance: 0, terms: [] }));
  }

  /** A status among other words narrows to its codes; those stand above what the words find without it. */
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
    const rows = spellings.filter(isCode);
    // two spellings may be one code
    addByCode(best, spellings, text, enough + spellings.length - rows.length);
    addNamed(best, this.#byLower, text);
    const status = statusTest(text);
    if (status && best.size < enough) addByStatus(best, rows, status, enough);
    const texts: Texts = { index: this.#index, rows: this.#rows, passes };
    if (best.size < enough) addByMessage(best, texts, text);
    if (best.size < enough) addByTexts(best, texts, text);
    const exact = best.size;
    if (exact < enough) addByTypo(best, spellings, text);
    if (exact === 0) addByPartTypo(best, spellings, text, this.#vocabulary);
    if (exact === 0 && best.size < enough) addByTextTypo(best, texts, text);
    if (best.size === 0) addBySomeWords(best, texts, text);
    return best.sorted().filter(({ row }) => passes(row));
  }

  #shown({ row, terms, tier }: Ranked, text: string): Hit {
    const words = [...wordsOf(text), ...terms];
    const [title = '', meaning = '', causes = [], remediation = []] = this.#texts[row.id] ?? [];
    const sentences = [meaning, ...causes, ...remediation].flatMap((it) => it.split(SPLIT));
    const line = sentences[0] || row.line;
    return {
      href: row.href,
      code: markCode(row.code, text, terms),
      now: row.of?.code,
      marks: row.marks,
      statuses: row.statuses,
      api: row.api.title,
      domain: row.domain.title,
      line: bestLine([line, row.message, title, ...sentences], words),
      tier,
    };
  }
}

/** Adds the rows with a status, those whose usual status it is first, until they are enough. */
function addByStatus(best: Best, rows: readonly Row[], test: StatusTest, enough: number): void {
  let usual = 0;
  for (const row of rows) {
    const place = placeOfStatus(row, test);
    if (place >= 0) best.add(row, STATUS, place);
    if (place === 0 && ++usual >= enough) return;
  }
}

function isCode({ of }: Row): boolean {
  return !of;
}

function hasOne(row: Row, tests: readonly StatusTest[]): boolean {
  return tests.some((test) => placeOfStatus(row, test) >= 0);
}

/** The words of a text without the statuses in it, and those. */
function split(text: string): [words: string, statuses: string[]] {
  const words = text.replace(/^http(?:\/[\d.]+)?\s+/i, '').split(' ');
  return [words.filter((word) => !isStatusWord(word)).join(' '), words.filter(isStatusWord)];
}
