import { familiesOf, type Row } from './row.ts';

/** A row with its element. */
export interface TableRow extends Row {
  element: HTMLTableRowElement;
}

/** A table of a page with its rows in the registry's order. */
export interface Table {
  element: HTMLTableElement;
  rows: TableRow[];
}

/** Reads the page's tables of codes. `faults` has the names of whose fault a code is. */
export function readTables(faults: Record<string, string>): Table[] {
  return [...document.querySelectorAll<HTMLTableElement>('table.codes[data-domain]')].map((element) => ({
    element,
    rows: [...(element.tBodies[0]?.rows ?? [])].map((row) => readRow(row, element, faults)),
  }));
}

function readRow(element: HTMLTableRowElement, table: HTMLTableElement, faults: Record<string, string>): TableRow {
  const [first, ...others] = element.cells;
  const [status = '', retry = '', meaning = '', todo = ''] = others.map(({ textContent }) => textContent);
  const { fault = '', lifecycle = 'current' } = element.dataset;
  const link = first?.querySelector('a');
  return {
    element,
    notes: [...(first?.querySelectorAll('span:not(.marks)') ?? [])].map((it) => it.textContent),
    href: link?.href ?? '',
    domain: table.ariaLabel ?? '',
    fault: faults[fault] ?? fault,
    facets: {
      status: familiesOf(status),
      domain: [table.dataset.domain ?? ''],
      retry: [others[1]?.firstElementChild?.classList[1] ?? ''],
      fault: [fault],
      lifecycle: [lifecycle],
    },
    cells: { code: link?.textContent ?? '', status, retry, meaning, todo },
  };
}
