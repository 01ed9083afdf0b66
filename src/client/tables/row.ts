/** What the reader can filter a table by, apart from its text. */
export const FACETS = ['status', 'retry', 'fault', 'severity', 'domain', 'operation', 'lifecycle'] as const;
export type Facet = (typeof FACETS)[number];

/** The columns of a table of codes, in order. */
export const COLUMNS = ['code', 'status', 'retry', 'meaning', 'todo'] as const;
export type Column = (typeof COLUMNS)[number];

/** What one row of a table says: its values for each facet, and its cells. */
export interface Row {
  /** A code may have several statuses, of several families, and several operations; every other facet has one value. */
  facets: Record<Facet, readonly string[]>;
  /** Plain text. */
  cells: Record<Column, string>;
  /** What else the first cell says: a title, or that the code is deprecated, retired or reserved. */
  notes: readonly string[];
  /** Where the code's page is, and the titles of its domain and of whose fault it is. */
  href: string;
  domain: string;
  fault: string;
}

/** The retry policies from the strictest on; a table is sorted by this, not by their names. */
export const POLICY_ORDER = ['never', 'refetch', 'retry-after', 'backoff'];

/** The family of each status in a cell such as `401, 403`; `other` for what is not an HTTP status. */
export function familiesOf(cell: string): string[] {
  return [...new Set(cell.split(', ').map((status) => (/^[1-5]\d\d$/.test(status) ? `${status[0]}xx` : 'other')))];
}

/** One value for each facet. */
export function ofFacets<T>(make: (facet: Facet) => T): Record<Facet, T> {
  return {
    status: make('status'),
    domain: make('domain'),
    retry: make('retry'),
    fault: make('fault'),
    severity: make('severity'),
    operation: make('operation'),
    lifecycle: make('lifecycle'),
  };
}
