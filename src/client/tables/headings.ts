import type { Table } from './read.ts';
import { COLUMNS, type Column } from './row.ts';
import type { State } from './state.ts';
import type { Words } from './words.ts';

/** Gives the heading of every column a button that sorts by it, and shows which one the table is sorted by. */
export function addSortButtons(
  { element }: Table,
  words: Words,
  press: (column: Column) => void,
): { show(sort: State['sort']): void } {
  const heads = [...element.tHead!.rows[0]!.cells].map((cell, index) => ({ cell, column: COLUMNS[index]! }));
  for (const { cell, column } of heads) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.ariaLabel = words.sortBy.replace('{column}', cell.textContent.trim());
    button.addEventListener('click', () => press(column));
    cell.append(button);
  }
  return {
    show(sort) {
      for (const { cell, column } of heads) {
        cell.ariaSort = sort?.column === column ? (sort.descending ? 'descending' : 'ascending') : null;
      }
    },
  };
}
