import { fold } from '../../browser.ts';
import { COLUMNS, type Column, FACETS, type Facet, ofFacets, POLICY_ORDER, type Row } from './row.ts';
import type { State } from './state.ts';

/** A row with its text prepared for the filter, once. */
interface Prepared<R extends Row> {
  row: R;
  text: string;
  /** Codes without case and separators, so that `insufficientscope` finds `INSUFFICIENT_SCOPE`. */
  folded: string;
}

/** What a state shows of the rows: which, and how many each further choice would leave. */
interface Filtered<R extends Row> {
  shown: Set<R>;
  counts: Record<Facet, Map<string, number>>;
}

/** The filter of a page's rows: a function from a state to what it shows. */
export function filterOf<R extends Row>(rows: readonly R[]): (state: State) => Filtered<R> {
  const prepared = rows.map(prepare);
  return ({ text, chosen }) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = words.map((word) => ({ word, folded: fold(word) }));
    const shown = new Set<R>();
    const counts = ofFacets(() => new Map<string, number>());
    for (const it of prepared) {
      if (!wanted.every(({ word, folded }) => it.text.includes(word) || (folded && it.folded.includes(folded))))
        continue;
      const missed = FACETS.filter((facet) => !isAmong(it.row.facets[facet], chosen[facet]));
      if (missed.length === 0) shown.add(it.row);
      if (missed.length > 1) continue;
      // a count says what the choice would show, if its own facet were the only one to change
      for (const facet of missed.length === 1 ? missed : FACETS) {
        for (const value of it.row.facets[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
      }
    }
    return { shown, counts };
  };
}

function prepare<R extends Row>(row: R): Prepared<R> {
  const cells = COLUMNS.map((column) => row.cells[column]);
  const text = [...cells, ...row.notes, row.domain, row.fault].join('\n').toLowerCase();
  return { row, text, folded: fold(row.cells.code) };
}

function isAmong(values: readonly string[], chosen: readonly string[]): boolean {
  return chosen.length === 0 || values.some((value) => chosen.includes(value));
}

const collator = new Intl.Collator('en', { numeric: true });

/** The rows in the order that the reader asked for; equal ones keep the registry's order. */
export function inOrder<R extends Row>(rows: readonly R[], sort: State['sort']): readonly R[] {
  if (!sort) return rows;
  const { column, descending } = sort;
  const direction = descending ? -1 : 1;
  return rows.toSorted((a, b) => direction * compare(a, b, column));
}

function compare(a: Row, b: Row, column: Column): number {
  if (column === 'retry') return policyOf(a) - policyOf(b);
  return collator.compare(a.cells[column], b.cells[column]);
}

function policyOf({ facets }: Row): number {
  return POLICY_ORDER.indexOf(facets.retry[0] ?? '');
}
