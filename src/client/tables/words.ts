import type { Column, Facet } from './row.ts';

/** The texts of the interface; the page brings them, for they stand in one place with all others. */
export interface Words {
  label: string;
  text: string;
  copy: string;
  facets: Record<Facet, string>;
  columns: Record<Column, string>;
  notes: string;
  address: string;
  faults: Record<string, string>;
  lives: Record<string, string>;
  other: string;
  sort: string;
  sortBy: string;
  unsorted: string;
  down: string;
  /** With `{shown}` and `{all}` in it. */
  count: string;
  none: string;
  clear: string;
  markdown: string;
  csv: string;
}
