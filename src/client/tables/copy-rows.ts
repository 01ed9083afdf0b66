import { asCsv, asMarkdown } from './formats.ts';
import { COLUMNS, type Row } from './row.ts';
import type { TableTexts } from './texts.ts';

/** What the copy buttons copy: Markdown has the columns that people see, CSV everything that the rows say. */
export function copiesOf(texts: TableTexts, isOneDomain: boolean) {
  const domain = (value: string) => (isOneDomain ? [] : [value]);
  const [code, ...others] = COLUMNS;
  return {
    markdown: (rows: readonly Row[]) =>
      asMarkdown(
        [texts.columns[code], ...domain(texts.facets.domain), ...others.map((it) => texts.columns[it])],
        rows.map((row) => ({
          href: row.href,
          cells: [row.cells.code, ...domain(row.domain), ...others.map((it) => row.cells[it])],
        })),
      ),
    csv: (rows: readonly Row[]) =>
      asCsv(
        [
          ...COLUMNS.map((it) => texts.columns[it]),
          texts.facets.domain,
          texts.facets.fault,
          texts.notes,
          texts.address,
        ],
        rows.map((row) => [
          ...COLUMNS.map((it) => row.cells[it]),
          row.domain,
          row.fault,
          row.notes.join('; '),
          row.href,
        ]),
      ),
  };
}
