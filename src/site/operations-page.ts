import { operationsOf, operationTable } from '../index.ts';
import { blocksHtml } from './document-html.ts';
import { type Part, partsOf } from './paging.ts';
import type { SiteApi } from './site.ts';
import { type TablePage, tablePage } from './table-pages.ts';
import { shellTexts } from './texts/shell.ts';

/** An operation by name, with codes that it can return. */
type Row = ReturnType<typeof operationsOf>[number];

/**
 * The list of an API's operations in parts that are small enough for a page; an operation with too many codes has several rows. Empty
 * for an API whose codes name no operation.
 */
export function operationParts(api: SiteApi): Part<Row>[] {
  const sizeOf = ([, returned]: Row) => returned.reduce((sum, it) => sum + linkSize(it), 200);
  const linkSize = ({ code }: Row[1][number]) => 80 + api.urls.code(api.id, code.code).length + 2 * code.code.length;
  const rows = operationsOf(api).flatMap(([name, returned]) =>
    partsOf(returned, linkSize).map(({ items }): Row => [name, [...items]]),
  );
  return rows.length > 0 ? partsOf(rows, sizeOf) : [];
}

/** The page of a part of an API's operations, each with its codes. */
export function operationsPage(api: SiteApi, part: Part<Row>): TablePage {
  const { title, lead } = shellTexts.operations;
  const table = operationTable(api, [...part.items]);
  const html = blocksHtml(table ? [table] : [], { api, linked: true });
  const text = { title, lead: lead(api.title), hasHeadings: false, first: api.urls.operations(api.id) };
  return tablePage(api, part, text, [{ id: 'operations', title, html }]);
}
