import { inOrder } from './answer.ts';
import type { Table, TableRow } from './read.ts';
import type { State } from './state.ts';

/** Shows the rows of a table: in their groups, or sorted in one list without headings. */
export function rowsShower({ element, groups, rows }: Table): (shown: Set<TableRow>, sort: State['sort']) => void {
  const sorted = document.createElement('tbody');
  return (shown, sort) => {
    for (const row of rows) row.element.hidden = !shown.has(row);
    if (sort) {
      sorted.replaceChildren(...inOrder(rows, sort).map((row) => row.element));
      element.append(sorted);
    } else {
      // a row that is in its place already is not moved, for that costs far more than looking
      for (const group of groups)
        if (group.body.rows.length <= 1) group.body.append(...group.rows.map((row) => row.element));
      sorted.remove();
    }
    for (const group of groups) group.body.hidden = sort !== undefined || !group.rows.some((row) => shown.has(row));
  };
}
