import { fold } from '../../browser.ts';
import { type Best, STATUS } from './ranked.ts';
import type { Row } from './rows.ts';
import { wordsOf } from './words.ts';

/** A test of one status. */
export type StatusTest = (status: number | string, name: string) => boolean;

const NUMBER = /^[1-5]\d\d$/;
const FAMILY = /^[1-5]x{1,2}$/i;

/** What statuses a text speaks of, such as `403`, `4xx`, `forbidden`, `403 Forbidden`, `HTTP/1.1 403`; undefined where of none. */
export function statusTest(text: string): StatusTest | undefined {
  const bare = text.replace(/^http(?:\/[\d.]+)?\s+/i, '');
  if (NUMBER.test(bare)) return (status) => String(status) === bare;
  if (FAMILY.test(bare)) return (status) => isHttp(status) && String(status)[0] === bare[0];
  const [, number, rest] = /^([1-5]\d\d)\s+(.+)$/.exec(bare) ?? [];
  const named = nameTest(rest ?? bare);
  if (number) return (status, name) => String(status) === number && named(status, name);
  return fold(bare).length >= 3 ? named : undefined;
}

/** True for a word that can only be a status or a family of them. */
export function isStatusWord(word: string): boolean {
  return NUMBER.test(word) || FAMILY.test(word);
}

/** The status of a row that passes, by its place; -1 where none does. */
export function placeOfStatus(row: Row, passes: StatusTest): number {
  return row.statuses.findIndex(({ status, name }) => passes(status, name));
}

/** Adds the rows with a status, those whose usual status it is first, until they are enough. */
export function addByStatus(best: Best, rows: readonly Row[], test: StatusTest, enough: number): void {
  let usual = 0;
  for (const row of rows) {
    const place = placeOfStatus(row, test);
    if (place >= 0) best.add(row, STATUS, place);
    if (place === 0 && ++usual >= enough) return;
  }
}

function nameTest(text: string): StatusTest {
  const folded = fold(text);
  const words = wordsOf(text);
  return (status, name) => {
    if (!isHttp(status) && fold(String(status)).startsWith(folded)) return true;
    const named = ` ${wordsOf(name).join(' ')}`;
    return words.every((word) => named.includes(` ${word}`));
  };
}

function isHttp(status: number | string): boolean {
  return typeof status === 'number';
}
