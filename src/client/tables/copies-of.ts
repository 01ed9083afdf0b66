import { asCsv, asMarkdown } from './copies.ts';
import { COLUMNS, type Row } from './row.ts';
import type { Words } from './words.ts';

/** What the copy buttons give: for people the columns that they see, for programs all that the rows say. */
export function copies(words: Words, isOneDomain: boolean) {
  const domain = (value: string) => (isOneDomain ? [] : [value]);
  const [code, ...others] = COLUMNS;
  return {
    markdown: (rows: readonly Row[]) =>
      asMarkdown(
        [words.columns[code], ...domain(words.facets.domain), ...others.map((it) => words.columns[it])],
        rows.map((row) => ({
          href: row.href,
          cells: [row.cells.code, ...domain(row.domain), ...others.map((it) => row.cells[it])],
        })),
      ),
    csv: (rows: readonly Row[]) =>
      asCsv(
        [
          ...COLUMNS.map((it) => words.columns[it]),
          words.facets.domain,
          words.facets.fault,
          words.notes,
          words.address,
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
