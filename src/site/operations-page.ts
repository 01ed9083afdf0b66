import { operationsOf, operationTable } from '../index.ts';
import { blocksHtml } from './document-html.ts';
import { type Paging, type Part, pagingOf, partsOf } from './paging.ts';
import { type ReferencePage, reference } from './reference-pages.ts';
import type { SiteApi } from './site.ts';
import { shellTexts } from './texts/shell.ts';

/** An operation by name, with codes that it can return. */
type Row = ReturnType<typeof operationsOf>[number];

/** A page of the list of an API's operations. */
interface OperationsPage extends ReferencePage {
  paging: Paging | undefined;
}

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
export function operationsPage(api: SiteApi, part: Part<Row>): OperationsPage {
  const { title, lead } = shellTexts.operations;
  const table = operationTable(api, [...part.items]);
  const html = blocksHtml(table ? [table] : [], { api, linked: true });
  return {
    ...reference(api, title, lead(api.title), [{ id: 'operations', title, html }]),
    paging: pagingOf(part, api.urls.operations(api.id)),
  };
}
