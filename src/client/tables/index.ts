import { filterOf, inOrder } from './filter.ts';
import { addSortButtons } from './headings.ts';
import { readTable, type Table } from './read.ts';
import { FACETS, type Facet, POLICY_ORDER } from './row.ts';
import { rowsShower } from './show.ts';
import { isFiltered, nextSort, queryOf, type State, stateOf } from './state.ts';
import type { TableTexts } from './texts.ts';
import { type CopyButton, makeTools } from './tools.ts';

/** Lets the reader filter, sort and copy the page's table of codes. The state is in the address. */
export function addTableTools(container: HTMLElement, copyButton: CopyButton): void {
  const texts: TableTexts = JSON.parse(container.dataset.texts ?? '');
  const table = readTable(texts.faults);
  if (!table || table.rows.length < 2) return;
  const { rows } = table;
  const options = optionsOf(table, texts);
  const filter = filterOf(rows);
  const showRows = rowsShower(table);
  let state = stateOf(location.search, options);
  let { shown, counts } = filter(state);

  const update = (change: Partial<State>, step: 'push' | 'replace') => {
    state = { ...state, ...change };
    const url = location.pathname + queryOf(state, location.search) + location.hash;
    history[`${step}State`](history.state, '', url);
    show();
  };
  const sortBy = (sort: State['sort']) => update({ sort }, 'push');
  const headings = addSortButtons(table, texts, (column) => sortBy(nextSort(state.sort, column)));
  const tools = makeTools(container, texts, labelsOf(table, options, texts), copyButton, {
    update,
    rows: () => inOrder(rows, state.sort).filter((row) => shown.has(row)),
    isOneDomain: table.groups.length === 1,
  });
  const show = () => {
    ({ shown, counts } = filter(state));
    showRows(shown, state.sort);
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
function optionsOf({ rows, groups }: Table, texts: TableTexts): Record<Facet, string[]> {
  const values = (facet: Facet) => [...new Set(rows.flatMap((row) => row.facets[facet]))];
  return {
    status: values('status').sort(),
    domain: groups.map(({ id }) => id),
    retry: values('retry').sort((a, b) => POLICY_ORDER.indexOf(a) - POLICY_ORDER.indexOf(b)),
    fault: values('fault').sort(),
    severity: Object.keys(texts.severities).filter((it) => values('severity').includes(it)),
    operation: values('operation').sort(),
    lifecycle: Object.keys(texts.lifecycles).filter((it) => values('lifecycle').includes(it)),
  };
}

/** What each value is called; a facet with a single value filters nothing and is left out. */
function labelsOf(
  { rows, groups }: Table,
  options: Record<Facet, string[]>,
  texts: TableTexts,
): Map<Facet, Map<string, string>> {
  const label: Record<Facet, (value: string) => string> = {
    status: (value) => (value === 'other' ? texts.other : value),
    domain: (value) => groups.find(({ id }) => id === value)?.title ?? value,
    retry: (value) => rows.find(({ facets }) => facets.retry[0] === value)?.cells.retry ?? value,
    fault: (value) => texts.faults[value] ?? value,
    severity: (value) => texts.severities[value] ?? value,
    operation: (value) => value,
    lifecycle: (value) => texts.lifecycles[value] ?? value,
  };
  const offered = FACETS.filter((facet) => options[facet].length > 1);
  return new Map(offered.map((facet) => [facet, new Map(options[facet].map((value) => [value, label[facet](value)]))]));
}
