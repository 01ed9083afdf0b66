import { distanceUpTo } from '../../browser.ts';
import type { Mark } from '../../shared/mark.ts';
import type { SearchCodes } from '../../shared/search-index.ts';
import { forgiven } from './by-code.ts';
import { testOf } from './filter.ts';
import { FILTERS, type FilterName, type Query } from './query.ts';
import type { Row } from './rows.ts';

/** What is wrong with a filter: its name, or one of its values. */
export interface Note {
  /** As it was typed, such as `fualt:` or `fault:me`. */
  typed: string;
  /** True where there is no such filter; else it has no such value. */
  isName: boolean;
  /** What there is, at most {@link MOST_KNOWN}; more are shortened to `…`. */
  known: string[];
  /** The one that is spelled alike, with its filter. */
  meant: string | undefined;
}

/** So many filters are explained, and so many values named. */
const MOST_NOTES = 3;
const MOST_KNOWN = 10;

const KINDS: Mark['kind'][] = ['deprecated', 'retired', 'reserved', 'new', 'changed'];

/** The filters of a query that are unknown, and the values that no code can have. */
export function notesOn({ filters, unknown }: Query, index: SearchCodes, rows: readonly Row[]): Note[] {
  const names = unknown.map((name) =>
    note(
      `${name}:`,
      true,
      '',
      FILTERS.map((it) => `${it}:`),
    ),
  );
  const values = filters.flatMap(({ name, values }) => {
    const known = valuesOf(name, index);
    return values
      .filter((value) => !(isClosed(name) && known.some((it) => it.startsWith(value.toLowerCase()))))
      .filter((value) => !rows.some(testOf(name, value)))
      .map((value) => note(`${name}:${value}`, false, `${name}:`, known));
  });
  return [...names, ...values].slice(0, MOST_NOTES);
}

/** True for filters whose values do not depend on the registry: one that no code has is no mistake. */
function isClosed(name: FilterName): boolean {
  return name === 'retry' || name === 'fault' || name === 'is';
}

function valuesOf(name: FilterName, { apis, policies, faults }: SearchCodes): string[] {
  switch (name) {
    case 'api':
      return apis.map(({ id }) => id);
    case 'domain':
      return [...new Set(apis.flatMap(({ domains }) => domains.map(({ id }) => id)))];
    case 'status':
      return [...new Set(apis.flatMap(({ statuses }) => statuses.map(([status]) => String(status))))];
    case 'retry':
      return policies;
    case 'fault':
      return faults;
    case 'is':
      return KINDS;
  }
}

function note(typed: string, isName: boolean, before: string, known: readonly string[]): Note {
  const lower = typed.toLowerCase();
  const most = forgiven(lower);
  const meant = known
    .map((it) => ({ it: before + it, distance: distanceUpTo(most, lower, before + it) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)[0]?.it;
  const shown = known.length > MOST_KNOWN ? [...known.slice(0, MOST_KNOWN), '…'] : [...known];
  return { typed, isName, known: shown, meant };
}
