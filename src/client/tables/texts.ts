import type { Column, Facet } from './row.ts';

/** The texts of the interface. The page brings them, because all texts are in one place. */
export interface TableTexts {
  label: string;
  text: string;
  copy: string;
  facets: Record<Facet, string>;
  columns: Record<Column, string>;
  notes: string;
  address: string;
  faults: Record<string, string>;
  /** In their order, the most severe first. */
  severities: Record<string, string>;
  lifecycles: Record<string, string>;
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
