import { fold } from '../../browser.ts';
import { placeOfStatus, statusTest } from './by-status.ts';
import type { Qualifier, Query } from './query.ts';
import type { Row } from './rows.ts';

export type RowTest = (row: Row) => boolean;

/** True for the rows that all qualifiers let through. */
export function filterOf(narrowed: Query['narrowed']): RowTest {
  const tests = narrowed.map(({ by, to }) => {
    const any = to.map((value) => TESTS[by](value));
    return (row: Row) => any.some((test) => test(row));
  });
  return (row) => tests.every((test) => test(row));
}

const TESTS: Record<Qualifier, (value: string) => RowTest> = {
  api: (value) => (row) => names(row.api, fold(value)),
  domain: (value) => (row) => names(row.domain, fold(value)),
  retry: (value) => (row) => fold(row.policy).startsWith(fold(value)),
  status(value) {
    const test = statusTest(value) ?? (() => false);
    return (row) => placeOfStatus(row, test) >= 0;
  },
};

function names({ id, title }: { id: string; title: string }, folded: string): boolean {
  return fold(id).startsWith(folded) || fold(title).includes(folded);
}
