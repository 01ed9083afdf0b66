import { filterOf, inOrder } from './filter.ts';
import { addSortButtons } from './headings.ts';
import { readTables, type Table, type TableRow } from './read.ts';
import { FACETS, type Facet, POLICY_ORDER } from './row.ts';
import { isFiltered, nextSort, queryOf, type State, stateOf } from './state.ts';
import type { TableTexts } from './texts.ts';
import { type CopyButton, makeTools } from './tools.ts';

/** Lets the reader filter, sort and copy the page's tables of codes. The state is in the address. */
export function addTableTools(container: HTMLElement, copyButton: CopyButton): void {
  const texts: TableTexts = JSON.parse(container.dataset.texts ?? '');
  const tables = readTables(texts.faults);
  const rows = tables.flatMap((table) => table.rows);
  if (rows.length < 2) return;
  const options = optionsOf(rows, tables, texts);
  const filter = filterOf(rows);
  let state = stateOf(location.search, options);
  let { shown, counts } = filter(state);

  const update = (change: Partial<State>, step: 'push' | 'replace') => {
    state = { ...state, ...change };
    const url = location.pathname + queryOf(state, location.search) + location.hash;
    history[`${step}State`](history.state, '', url);
    show();
  };
  const sortBy = (sort: State['sort']) => update({ sort }, 'push');
  const headings = addSortButtons(tables, texts, (column) => sortBy(nextSort(state.sort, column)));
  const tools = makeTools(container, texts, labelsOf(rows, tables, options, texts), copyButton, {
    update,
    rows: () => tables.flatMap((table) => inOrder(table.rows, state.sort)).filter((row) => shown.has(row)),
    isOneDomain: tables.length === 1,
  });
  const show = () => {
    ({ shown, counts } = filter(state));
    for (const table of tables) showRows(table, shown, state.sort);
    headings.show(state.sort);
    tools.show(state, counts, { shown: shown.size, all: rows.length }, isFiltered(state));
  };
  addEventListener('popstate', () => {
    state = stateOf(location.search, options);
    show();
  });
  show();
}

/** The values that rows have, in the order in which the reader expects them. */
function optionsOf(rows: readonly TableRow[], tables: readonly Table[], texts: TableTexts): Record<Facet, string[]> {
  const values = (facet: Facet) => [...new Set(rows.flatMap((row) => row.facets[facet]))];
  return {
    status: values('status').sort(),
    domain: tables.map(({ element }) => element.dataset.domain ?? ''),
    retry: values('retry').sort((a, b) => POLICY_ORDER.indexOf(a) - POLICY_ORDER.indexOf(b)),
    fault: values('fault').sort(),
    lifecycle: Object.keys(texts.lifecycles).filter((it) => values('lifecycle').includes(it)),
  };
}

/** What each value is called; a facet with a single value filters nothing and is left out. */
function labelsOf(
  rows: readonly TableRow[],
  tables: readonly Table[],
  options: Record<Facet, string[]>,
  texts: TableTexts,
): Map<Facet, Map<string, string>> {
  const label: Record<Facet, (value: string) => string> = {
    status: (value) => (value === 'other' ? texts.other : value),
    domain: (value) => tables.find(({ element }) => element.dataset.domain === value)?.element.ariaLabel ?? value,
    retry: (value) => rows.find(({ facets }) => facets.retry[0] === value)?.cells.retry ?? value,
    fault: (value) => texts.faults[value] ?? value,
    lifecycle: (value) => texts.lifecycles[value] ?? value,
  };
  const offered = FACETS.filter((facet) => options[facet].length > 1);
  return new Map(offered.map((facet) => [facet, new Map(options[facet].map((value) => [value, label[facet](value)]))]));
}

function showRows({ element, rows }: Table, shown: Set<TableRow>, sort: State['sort']): void {
  let any = false;
  for (const row of rows) {
    const isShown = shown.has(row);
    any ||= isShown;
    if (row.element.hidden === isShown) row.element.hidden = !isShown;
  }
  const [body] = element.tBodies;
  const ordered = inOrder(rows, sort);
  // moving rows costs far more than checking whether they are in order
  if (body && ordered.some((row, index) => body.rows[index] !== row.element)) {
    const moved = document.createDocumentFragment();
    for (const row of ordered) moved.append(row.element);
    body.replaceChildren(moved);
  }
  hideDomain(element, !any);
}

/** Hides a domain with nothing to show, with its heading and the link to it in the page's contents. */
function hideDomain(table: HTMLTableElement, isEmpty: boolean): void {
  const section = table.closest('section');
  (section ?? table).hidden = isEmpty;
  const anchor = section?.querySelector('h2')?.id;
  if (!anchor) return;
  for (const link of document.querySelectorAll(`.contents a[href="#${CSS.escape(anchor)}"]`)) {
    const item = link.closest('li');
    if (item) item.hidden = isEmpty;
  }
}
