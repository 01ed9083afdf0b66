import { type Best, NAMED } from './ranked.ts';
import type { Row } from './rows.ts';
import { wordsOf } from './words.ts';

const TOKEN = /[\p{L}\p{N}](?:[\p{L}\p{N}_.:/-]*[\p{L}\p{N}])?/gu;

/** What is in front of a code, and makes even a common word one. */
const INTRODUCED = /(?:code|error|reason)["']?\s?[=:]\s?["']?$/i;

/** How far a match of each kind is from the best one; words in common and the place in the text decide among the rest. */
const OF_OTHER_API = 4000;
const PART_OF_CODE = 2000;
const IN_OTHER_CASE = 1000;
/** How much nearer a match is for each word of the text that its message or its line has. */
const PER_WORD = 10;

/** Finds codes in longer texts, such as `error code: 30007`, the line of a log, or the address of a code's page. */
export class Named {
  readonly #byLower: ReadonlyMap<string, readonly Row[]>;
  /** The codes that have a name before the last dot or colon, by what is after it. */
  readonly #byEnd: ReadonlyMap<string, readonly Row[]>;
  readonly #byPath: ReadonlyMap<string, Row>;

  constructor(spellings: readonly Row[]) {
    this.#byLower = Map.groupBy(spellings, ({ lower }) => lower);
    this.#byEnd = Map.groupBy(
      spellings.filter(({ lower }) => endOf(lower) !== lower),
      ({ lower }) => endOf(lower),
    );
    this.#byPath = new Map(spellings.map((row) => [pathOf(row.href), row.of ?? row]));
  }

  /** Adds the rows of the codes in a text; `isCommon` is true for words of the texts, which are not codes by themselves. */
  add(best: Best, text: string, isCommon: (word: string) => boolean): void {
    const words = wordsOf(text);
    const spaced = ` ${words.join(' ')} `;
    const isOther = ({ api }: Row) => ![api.id, api.title].some((it) => spaced.includes(` ${wordsOf(it).join(' ')} `));
    const shared = ({ message, line }: Row) => new Set(wordsOf(`${message} ${line}`)).intersection(new Set(words)).size;
    const tokens = [...text.matchAll(TOKEN)];
    if (tokens.length < 2 && tokens[0]?.[0] === text && !/[:/]/.test(text)) return;
    const addRow = (row: Row, distance: number) =>
      best.add(row, NAMED, distance - PER_WORD * shared(row) + (isOther(row) ? OF_OTHER_API : 0));
    for (const [place, { 0: token, index }] of tokens.entries()) {
      const page = this.#byPath.get(pathOf(token));
      // an address says the API too, so nothing else in the text counts more
      if (page) best.add(page, NAMED, Number.NEGATIVE_INFINITY);
      const isIntroduced = INTRODUCED.test(text.slice(Math.max(0, index - 20), index));
      for (const part of new Set([token, ...token.split(/[.:/-]/)])) {
        const isWhole = part === token || /[.:/]/.test(token[token.indexOf(part) - 1] ?? '');
        for (const row of this.#byLower.get(part.toLowerCase()) ?? []) {
          if (isTelling(row, part, isCommon) || (isIntroduced && isWhole && part === row.code))
            addRow(row, place + (part === row.code ? 0 : IN_OTHER_CASE));
        }
        if (!/[\p{L}\p{N}]_[\p{L}\p{N}]/u.test(part)) continue;
        for (const row of this.#byEnd.get(part.toLowerCase()) ?? []) addRow(row, place + PART_OF_CODE);
      }
    }
  }
}

/** True where a word that reads like a code can be nothing else. */
function isTelling({ code, lower, parts }: Row, word: string, isCommon: (word: string) => boolean): boolean {
  // a small number may count anything
  if (/^\d+$/.test(word)) return word.length > 2;
  if (parts.trim() !== lower || /\d/.test(word)) return true;
  return word === code && (/^\p{Lu}+$/u.test(word) || !isCommon(lower));
}

function endOf(code: string): string {
  return code.slice(Math.max(code.lastIndexOf('.'), code.lastIndexOf(':')) + 1);
}

/** The end of a page's address by which it is known under every host and base path: `{api}/errors/{code}`. */
function pathOf(address: string): string {
  return address
    .toLowerCase()
    .replace(/(?:\/|\.md)$/, '')
    .split('/')
    .slice(-3)
    .join('/');
}
