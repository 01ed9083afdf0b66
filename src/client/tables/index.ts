import { answerer, inOrder } from './answer.ts';
import { addSortButtons } from './headings.ts';
import { readTable, type Table } from './read.ts';
import { FACETS, type Facet, POLICY_ORDER } from './row.ts';
import { rowsShower } from './show.ts';
import { isNarrowed, nextSort, queryOf, type State, stateOf } from './state.ts';
import { type CopyButton, makeTools } from './tools.ts';
import type { Words } from './words.ts';

/** Makes the page's table of codes answer: filter, sort, count, copy. The state is in the address. */
export function answerFromTable(place: HTMLElement, copyButton: CopyButton): void {
  const words = JSON.parse(place.dataset.words!) as Words;
  const table = readTable(words.faults);
  if (!table || table.rows.length < 2) return;
  const { rows } = table;
  const options = optionsOf(table, words);
  const answer = answerer(rows);
  const showRows = rowsShower(table);
  let state = stateOf(location.search, options);
  let { shown, counts } = answer(state);

  const ask = (change: Partial<State>, step: 'push' | 'replace') => {
    state = { ...state, ...change };
    const url = location.pathname + queryOf(state, location.search) + location.hash;
    history[`${step}State`](history.state, '', url);
    show();
  };
  const sortBy = (sort: State['sort']) => ask({ sort }, 'push');
  const headings = addSortButtons(table, words, (column) => sortBy(nextSort(state.sort, column)));
  const tools = makeTools(place, words, labelsOf(table, options, words), copyButton, {
    ask,
    rows: () => inOrder(rows, state.sort).filter((row) => shown.has(row)),
    isOneDomain: table.groups.length === 1,
  });
  const show = () => {
    ({ shown, counts } = answer(state));
    showRows(shown, state.sort);
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
function optionsOf({ rows, groups }: Table, words: Words): Record<Facet, string[]> {
  const values = (facet: Facet) => [...new Set(rows.flatMap((row) => row.facets[facet]))];
  return {
    status: values('status').sort(),
    domain: groups.map(({ id }) => id),
    retry: values('retry').sort((a, b) => POLICY_ORDER.indexOf(a) - POLICY_ORDER.indexOf(b)),
    fault: values('fault').sort(),
    operation: values('operation').sort(),
    life: Object.keys(words.lives).filter((life) => values('life').includes(life)),
  };
}

/** What each value is called; a facet with a single value narrows nothing and is left out. */
function labelsOf(
  { rows, groups }: Table,
  options: Record<Facet, string[]>,
  words: Words,
): Map<Facet, Map<string, string>> {
  const label: Record<Facet, (value: string) => string> = {
    status: (value) => (value === 'other' ? words.other : value),
    domain: (value) => groups.find(({ id }) => id === value)!.title,
    retry: (value) => rows.find(({ facets }) => facets.retry[0] === value)!.cells.retry,
    fault: (value) => words.faults[value]!,
    operation: (value) => value,
    life: (value) => words.lives[value]!,
  };
  const offered = FACETS.filter((facet) => options[facet].length > 1);
  return new Map(offered.map((facet) => [facet, new Map(options[facet].map((value) => [value, label[facet](value)]))]));
}
