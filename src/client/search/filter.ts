import { fold } from '../../browser.ts';
import { placeOfStatus, statusTest } from './by-status.ts';
import type { FilterName, Query } from './query.ts';
import type { Row } from './rows.ts';

export type RowTest = (row: Row) => boolean;

/** True for the rows that all filters let through. */
export function filterOf(filters: Query['filters']): RowTest {
  const tests = filters.map(({ name, values }) => {
    const any = values.map((value) => testOf(name, value));
    return (row: Row) => any.some((test) => test(row));
  });
  return (row) => tests.every((test) => test(row));
}

/** True for the rows that one value of a filter lets through. */
export function testOf(name: FilterName, value: string): RowTest {
  return TESTS[name](value);
}

const TESTS: Record<FilterName, (value: string) => RowTest> = {
  api: (value) => (row) => names(row.api, fold(value)),
  domain: (value) => (row) => names(row.domain, fold(value)),
  retry: (value) => (row) => fold(row.policy).startsWith(fold(value)),
  fault: (value) => (row) => row.fault.startsWith(fold(value)),
  is: (value) => (row) => row.marks.some(({ kind }) => kind.startsWith(fold(value))),
  status(value) {
    const test = statusTest(value) ?? (() => false);
    return (row) => placeOfStatus(row, test) >= 0;
  },
};

function names({ id, title }: { id: string; title: string }, folded: string): boolean {
  return fold(id).startsWith(folded) || fold(title).includes(folded);
}
