import type { Table } from './read.ts';
import { COLUMNS, type Column } from './row.ts';
import type { State } from './state.ts';
import type { TableTexts } from './texts.ts';

/** Gives every column's heading a button that sorts by it, and shows which one the table is sorted by. */
export function addSortButtons(
  { element }: Table,
  texts: TableTexts,
  press: (column: Column) => void,
): { show(sort: State['sort']): void } {
  const heads = COLUMNS.flatMap((column, index) => {
    const cell = element.tHead?.rows[0]?.cells[index];
    return cell ? [{ cell, column }] : [];
  });
  for (const { cell, column } of heads) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.ariaLabel = texts.sortBy.replace('{column}', cell.textContent.trim());
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
