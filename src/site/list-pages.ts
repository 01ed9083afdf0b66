import { type Code, MOST_LISTED } from '../index.ts';
import { shellTexts } from './texts/shell.ts';

/** A part of a list of codes that has a page of its own. */
export interface ListPage {
  codes: readonly Code[];
  /** From 1. */
  number: number;
  of: number;
}

/** A list of codes in parts that are small enough for a page; a list without codes has one page all the same. */
export function listPages(codes: readonly Code[]): ListPage[] {
  const of = pageCount(codes.length);
  return Array.from({ length: of }, (_, i) => ({
    codes: codes.slice(i * MOST_LISTED, (i + 1) * MOST_LISTED),
    number: i + 1,
    of,
  }));
}

/** How many pages a list of so many codes has. */
export function pageCount(codes: number): number {
  return Math.max(1, Math.ceil(codes / MOST_LISTED));
}

/** What follows the address of a list's first page in that of another one. */
export function pagePath(number: number): string {
  return number === 1 ? '' : `${number}/`;
}

/** Where in its list a page is, with links to the pages before and after it. */
export interface Paging {
  text: string;
  previous: string | undefined;
  next: string | undefined;
}

/** Which page of a list this is, such as “Page 2 of 3”; undefined for the first. */
export function pageText({ number, of }: Pick<ListPage, 'number' | 'of'>): string | undefined {
  return number === 1 ? undefined : shellTexts.paging.page(number, of);
}

/** The paging of a list whose first page is at `first`; the others are below it. Undefined for a list with one page. */
export function pagingOf({ number, of }: ListPage, first: string): Paging | undefined {
  const hrefOf = (page: number) => first + pagePath(page);
  if (of === 1) return undefined;
  return {
    text: shellTexts.paging.page(number, of),
    previous: number > 1 ? hrefOf(number - 1) : undefined,
    next: number < of ? hrefOf(number + 1) : undefined,
  };
}
