import { inOrder } from './filter.ts';
import type { Table, TableRow } from './read.ts';
import type { State } from './state.ts';

/** Shows the rows of a table: in their groups, or sorted in one list without headings. */
export function rowsShower({ element, groups, rows }: Table): (shown: Set<TableRow>, sort: State['sort']) => void {
  const sorted = document.createElement('tbody');
  let isSorted = false;
  return (shown, sort) => {
    for (const row of rows) row.element.hidden = !shown.has(row);
    if (sort) {
      for (const row of inOrder(rows, sort)) sorted.append(row.element);
      element.append(sorted);
    } else if (isSorted) {
      for (const group of groups) for (const row of group.rows) group.body.append(row.element);
      sorted.remove();
    }
    isSorted = sort !== undefined;
    for (const group of groups) group.body.hidden = isSorted || !group.rows.some((row) => shown.has(row));
  };
}
