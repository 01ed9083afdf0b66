import { COLUMNS, type Column, FACETS, type Facet, ofFacets } from './row.ts';

/** How the reader has filtered and sorted a page's tables. */
export interface State {
  text: string;
  /** A row matches a facet if it has any of its chosen values, and is shown if it matches every facet. */
  chosen: Record<Facet, readonly string[]>;
  /** Undefined for the registry's order. */
  sort: { column: Column; descending: boolean } | undefined;
}

/** Longer texts match nothing in a table. */
const LONGEST_TEXT = 200;

/** What the facet of the lifecycle was called in addresses until version 0.1; links with it still filter. */
const OLD_LIFECYCLE = 'life';

/** Reads the state from an address; what no row of this page has is left out. */
export function stateOf(query: string, options: Record<Facet, readonly string[]>): State {
  const params = new URLSearchParams(query);
  const chosen = (facet: Facet) => {
    const value = params.get(facet) ?? (facet === 'lifecycle' ? params.get(OLD_LIFECYCLE) : undefined);
    const wanted = value?.split(',') ?? [];
    return options[facet].filter((option) => wanted.includes(quoted(option)));
  };
  const sort = params.get('sort') ?? '';
  const column = COLUMNS.find((it) => it === sort.replace(/^-/, ''));
  return {
    text: (params.get('text') ?? '').slice(0, LONGEST_TEXT),
    chosen: ofFacets(chosen),
    sort: column && { column, descending: sort.startsWith('-') },
  };
}

/** The query of an address with the state in it; what else the query says is kept. */
export function queryOf(state: State, before: string): string {
  const params = new URLSearchParams(before);
  const set = (name: string, value: string) => (value ? params.set(name, value) : params.delete(name));
  params.delete(OLD_LIFECYCLE);
  set('text', state.text.trim());
  for (const facet of FACETS) set(facet, state.chosen[facet].map(quoted).join());
  set('sort', state.sort ? (state.sort.descending ? '-' : '') + state.sort.column : '');
  const query = params.toString().replaceAll('%2C', ',');
  return query && `?${query}`;
}

/** A value as it is in a list with commas: the name of an operation may hold one. */
function quoted(value: string): string {
  return value.replace(/[%,]/g, encodeURIComponent);
}

/** Whether any row may be hidden. */
export function isFiltered({ text, chosen }: State): boolean {
  return text.trim() !== '' || FACETS.some((facet) => chosen[facet].length > 0);
}

/** The order after a click on a column's heading: ascending, then descending, then the registry's order again. */
export function nextSort(sort: State['sort'], column: Column): State['sort'] {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? undefined : { column, descending: true };
}
