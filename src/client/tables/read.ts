import { familiesOf, type Row } from './row.ts';

/** A row with the place where it stands. */
export interface TableRow extends Row {
  element: HTMLTableRowElement;
}

/** A table of a page with its rows in the registry's order. */
export interface Table {
  element: HTMLTableElement;
  rows: TableRow[];
}

/** Reads the page's tables of codes. `faults` names whose fault a code is. */
export function readTables(faults: Record<string, string>): Table[] {
  return [...document.querySelectorAll<HTMLTableElement>('table.codes[data-domain]')].map((element) => ({
    element,
    rows: [...element.tBodies[0]!.rows].map((row) => readRow(row, element, faults)),
  }));
}

function readRow(element: HTMLTableRowElement, table: HTMLTableElement, faults: Record<string, string>): TableRow {
  const [first, status, retry, meaning, todo] = [...element.cells];
  const link = first!.querySelector('a')!;
  const fault = element.dataset.fault!;
  return {
    element,
    notes: [...first!.querySelectorAll('span:not(.marks)')].map((it) => it.textContent),
    href: link.href,
    domain: table.ariaLabel!,
    fault: faults[fault]!,
    facets: {
      status: familiesOf(status!.textContent),
      domain: [table.dataset.domain!],
      retry: [retry!.firstElementChild!.classList[1]!],
      fault: [fault],
      life: [element.dataset.lifecycle ?? 'current'],
    },
    cells: {
      code: link.textContent,
      status: status!.textContent,
      retry: retry!.textContent,
      meaning: meaning!.textContent,
      todo: todo!.textContent,
    },
  };
}
