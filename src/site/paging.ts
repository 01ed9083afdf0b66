import { type Code, endOfLifeOf, leadOf, MOST_LISTED, notableLifecycleOf, oncePer } from '../index.ts';
import { htmlSize, linkSize, proseSize } from './html-size.ts';
import { shellTexts } from './texts/shell.ts';

/** Which page of a list one is. */
export interface Place {
  /** From 1. */
  number: number;
  of: number;
}

/** A part of a list that has a page of its own. */
export interface Part<Item> extends Place {
  items: readonly Item[];
}

/** A part of a list of codes. */
export type ListPage = Part<Code>;

/**
 * How many bytes of HTML the items of a page have at most, unless one item alone has more: with the navigation and all else around
 * them a page stays below 150,000.
 */
export const LONGEST_PART = 125_000;

/**
 * A list in parts that are small enough for a page, by how many bytes of HTML an item is about to have; a list without items has one
 * part all the same.
 */
export function partsOf<Item>(
  items: readonly Item[],
  sizeOf: (item: Item, at: number) => number,
  most = Infinity,
): Part<Item>[] {
  const parts: Item[][] = [[]];
  let size = 0;
  for (const [at, item] of items.entries()) {
    const own = sizeOf(item, at);
    const last = parts.at(-1) ?? [];
    const isFull = last.length >= most || (last.length > 0 && size + own > LONGEST_PART);
    if (isFull) parts.push([item]);
    else last.push(item);
    size = own + (isFull ? 0 : size);
  }
  return parts.map((items, index) => ({ items, number: index + 1, of: parts.length }));
}

/** A list in parts like {@link partsOf}; in one where another page below the list's, such as that of an item, has the address of a part. */
export function partsBeside<Item>(
  paths: readonly string[],
  items: readonly Item[],
  sizeOf: (item: Item) => number,
): Part<Item>[] {
  const parts = partsOf(items, sizeOf);
  const isTaken = parts.some(({ number }) => number > 1 && paths.includes(String(number)));
  return isTaken ? partsOf(items, () => 0) : parts;
}

/** A list of codes in parts; on those with a heading for each domain, it has a size too. */
export function listPages(codes: readonly Code[]): ListPage[] {
  const headingSize = ({ domain }: Code, at: number) =>
    domain === codes[at - 1]?.domain ? 0 : ELEMENTS.heading + 5 * domain.length;
  const sizeOf = (code: Code, at: number) => rowSize(code) + headingSize(code, at);
  return partsOf(codes, sizeOf, MOST_LISTED);
}

/** About how many bytes of HTML the elements of a row have, and of a heading of a domain. */
const ELEMENTS = { row: 230, lifecycle: 170, heading: 220 };

/** About how many bytes of HTML the row of a code has; it is in the lists of its domain and of its statuses. */
const rowSize = oncePer((code: Code): number => {
  const {
    meaning,
    remediation: [step = ''],
    title = '',
    names = [],
  } = code;
  const lifecycle = notableLifecycleOf(code);
  const replacedBy = endOfLifeOf(code)?.replacedBy;
  return [
    ELEMENTS.row,
    linkSize(code.code),
    ...[leadOf(meaning), leadOf(step)].map(proseSize),
    ...[title, rowOperations(code) ?? ''].map(htmlSize),
    ...names.map((name) => 30 + linkSize(name)),
    lifecycle === undefined ? 0 : ELEMENTS.lifecycle,
    replacedBy === undefined ? 0 : linkSize(replacedBy),
  ].reduce((sum, size) => sum + size);
});

/** The operations of a code by which rows are filtered have at most this many characters. */
const MOST_OPERATIONS = 10_000;

/** The operations that return a code, one to a line, as its row has them for filters: of very many the first; undefined if none. */
export function rowOperations({ operations }: Code): string | undefined {
  const all = operations.map(({ operation }) => operation).join('\n');
  return (all.length > MOST_OPERATIONS ? all.slice(0, all.lastIndexOf('\n', MOST_OPERATIONS)) : all) || undefined;
}

/** Which page of a list this is, such as “Page 2 of 3”; undefined for the first. */
export function pageText({ number, of }: Place): string | undefined {
  return number === 1 ? undefined : shellTexts.paging.page(number, of);
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

/** The paging of a list whose first page is at `first`; the others are below it. Undefined for a list with one page. */
export function pagingOf({ number, of }: Place, first: string): Paging | undefined {
  const hrefOf = (page: number) => first + pagePath(page);
  if (of === 1) return undefined;
  return {
    text: shellTexts.paging.page(number, of),
    previous: number > 1 ? hrefOf(number - 1) : undefined,
    next: number < of ? hrefOf(number + 1) : undefined,
  };
}

/** The part of the address of a page that says which part of a list it shows; nothing for the first. */
export function pageParam({ number }: Pick<Place, 'number'>): string | undefined {
  return number === 1 ? undefined : String(number);
}
