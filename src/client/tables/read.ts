import { ownPart } from '../own.ts';
import { familiesOf, type Row } from './row.ts';

/** A row with the place where it stands. */
export interface TableRow extends Row {
  element: HTMLTableRowElement;
}

/** The rows of one domain, in the registry's order. */
interface TableGroup {
  id: string;
  title: string;
  body: HTMLTableSectionElement;
  rows: TableRow[];
}

/** The page's table of codes. */
export interface Table {
  element: HTMLTableElement;
  groups: TableGroup[];
  /** All rows of all groups. */
  rows: TableRow[];
}

/** Reads the page's table of codes; undefined where it has none. `faults` has the names of whose fault a code is. */
export function readTable(faults: Record<string, string>): Table | undefined {
  const element = ownPart().querySelector<HTMLTableElement>('table.filtered');
  if (!element) return undefined;
  const groups = [...element.tBodies].map((body) => {
    const { domain = '', title = '' } = body.dataset;
    const rows = [...body.rows].filter((row) => !row.classList.contains('group'));
    return { id: domain, title, body, rows: rows.map((row) => readRow(row, { id: domain, title }, faults)) };
  });
  return { element, groups, rows: groups.flatMap(({ rows }) => rows) };
}

function readRow(
  element: HTMLTableRowElement,
  domain: { id: string; title: string },
  faults: Record<string, string>,
): TableRow {
  const [first, ...others] = element.cells;
  const [status = '', retry = '', meaning = '', todo = ''] = others.map(({ textContent }) => textContent);
  const { fault = '', severity = 'error', lifecycle = 'current', operations } = element.dataset;
  const link = first?.querySelector('a');
  return {
    element,
    notes: [...(first?.querySelectorAll('span:not(.marks)') ?? [])].map((it) => it.textContent),
    href: link?.href ?? '',
    domain: domain.title,
    fault: faults[fault] ?? fault,
    facets: {
      status: familiesOf(status),
      domain: [domain.id],
      retry: [others[1]?.firstElementChild?.classList[1] ?? ''],
      fault: [fault],
      severity: [severity],
      operation: operations?.split('\n') ?? [],
      lifecycle: [lifecycle],
    },
    cells: { code: link?.textContent ?? '', status, retry, meaning, todo },
  };
}
