import { answerer, inOrder } from './answer.ts';
import { addSortButtons } from './headings.ts';
import { readTables, type Table, type TableRow } from './read.ts';
import { FACETS, type Facet, POLICY_ORDER } from './row.ts';
import { isNarrowed, nextSort, queryOf, type State, stateOf } from './state.ts';
import { type CopyButton, makeTools } from './tools.ts';
import type { Words } from './words.ts';

/** Makes the page's tables of codes answer: narrow, sort, count, copy. The state stands in the address. */
export function answerFromTables(place: HTMLElement, copyButton: CopyButton): void {
  const words = JSON.parse(place.dataset.words!) as Words;
  const tables = readTables(words.faults);
  const rows = tables.flatMap((table) => table.rows);
  if (rows.length < 2) return;
  const options = optionsOf(rows, tables, words);
  const answer = answerer(rows);
  let state = stateOf(location.search, options);
  let { shown, counts } = answer(state);

  const ask = (change: Partial<State>, step: 'push' | 'replace') => {
    state = { ...state, ...change };
    const url = location.pathname + queryOf(state, location.search) + location.hash;
    history[`${step}State`](history.state, '', url);
    show();
  };
  const sortBy = (sort: State['sort']) => ask({ sort }, 'push');
  const headings = addSortButtons(tables, words, (column) => sortBy(nextSort(state.sort, column)));
  const tools = makeTools(place, words, labelsOf(rows, tables, options, words), copyButton, {
    ask,
    rows: () => tables.flatMap((table) => inOrder(table.rows, state.sort)).filter((row) => shown.has(row)),
    isOneDomain: tables.length === 1,
  });
  const show = () => {
    ({ shown, counts } = answer(state));
    for (const table of tables) showRows(table, shown, state.sort);
    headings.show(state.sort);
    tools.show(state, counts, { shown: shown.size, all: rows.length }, isNarrowed(state));
  };
  addEventListener('popstate', () => {
    state = stateOf(location.search, options);
    show();
  });
  show();
}

/** The values that rows have, in the order in which the reader expects them. */
function optionsOf(rows: readonly TableRow[], tables: readonly Table[], words: Words): Record<Facet, string[]> {
  const values = (facet: Facet) => [...new Set(rows.flatMap((row) => row.facets[facet]))];
  return {
    status: values('status').sort(),
    domain: tables.map(({ element }) => element.dataset.domain!),
    retry: values('retry').sort((a, b) => POLICY_ORDER.indexOf(a) - POLICY_ORDER.indexOf(b)),
    fault: values('fault').sort(),
    life: Object.keys(words.lives).filter((life) => values('life').includes(life)),
  };
}

/** What each value is called; a facet with a single value narrows nothing and is left out. */
function labelsOf(
  rows: readonly TableRow[],
  tables: readonly Table[],
  options: Record<Facet, string[]>,
  words: Words,
): Map<Facet, Map<string, string>> {
  const label: Record<Facet, (value: string) => string> = {
    status: (value) => (value === 'other' ? words.other : value),
    domain: (value) => tables.find(({ element }) => element.dataset.domain === value)!.element.ariaLabel!,
    retry: (value) => rows.find(({ facets }) => facets.retry[0] === value)!.cells.retry,
    fault: (value) => words.faults[value]!,
    life: (value) => words.lives[value]!,
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
  const body = element.tBodies[0]!;
  const ordered = inOrder(rows, sort);
  // moving rows costs far more than looking whether they stand right
  if (ordered.some((row, index) => body.rows[index] !== row.element)) {
    const moved = document.createDocumentFragment();
    for (const row of ordered) moved.append(row.element);
    body.replaceChildren(moved);
  }
  hideWhole(element, !any);
}

/** A domain with nothing to show goes with its heading, and with the link to it in the page's contents. */
function hideWhole(table: HTMLTableElement, isEmpty: boolean): void {
  const section = table.closest('section');
  (section ?? table).hidden = isEmpty;
  const anchor = section?.querySelector('h2')?.id;
  if (!anchor) return;
  for (const link of document.querySelectorAll(`.contents a[href="#${CSS.escape(anchor)}"]`)) {
    link.closest('li')!.hidden = isEmpty;
  }
}
