import { type Place, partsOf } from './paging.ts';
import type { ShownDate } from './releases.ts';

/** A section of a page, with its items; `head` is what else the section has. */
export interface Section<Head, Item> {
  head: Head;
  items: readonly Item[];
}

/** What a page has of a section. */
export interface SectionPart<Head, Item> extends Section<Head, Item> {
  /** Whether the section begins on a page before. */
  isContinued: boolean;
}

/** A page of sections. */
export interface SectionsPage<Head, Item> extends Place {
  sections: SectionPart<Head, Item>[];
  /** On the first page, the sections that begin on another one, with its number: their fragments lead on from there. */
  later: { head: Head; page: number }[];
}

/** A link to a section on a later page, with its fragment here. */
export interface LaterSection {
  anchor: string;
  text: string;
  href: string;
  /** What is in it, and of when it is. */
  about?: string;
  date?: ShownDate | undefined;
}

/** The fragment of the links to what is on later pages. */
export const LATER = 'later';

/** How many bytes of HTML an item is about to have, and what a section has besides. */
interface Sizes<Head, Item> {
  head(head: Head): number;
  item(item: Item): number;
}

/** About how many bytes the link to a section on a later page has. */
const LINK = 400;

/** Sections in pages that are small enough; one without items has a place all the same. No pages if there are no sections. */
export function sectionPages<Head, Item>(
  sections: readonly Section<Head, Item>[],
  sizes: Sizes<Head, Item>,
): SectionsPage<Head, Item>[] {
  if (sections.length === 0) return [];
  const rows = sections.flatMap((section) => rowsOf(section, sizes));
  const sizeOf = (row: Row<Head, Item>) => row.size;
  const parts = partsOf(rows, sizeOf);
  const [first, ...others] = rows;
  const withLinks = first && parts.length > 1 && [{ ...first, size: first.size + LINK * sections.length }, ...others];
  const pages = withLinks ? partsOf(withLinks, sizeOf) : parts;
  const starts = new Map<Head, number>();
  for (const { items, number } of pages) for (const { head } of items) if (!starts.has(head)) starts.set(head, number);
  const later = [...starts].filter(([, page]) => page > 1).map(([head, page]) => ({ head, page }));
  return pages.map(({ items, number, of }) => ({
    number,
    of,
    sections: [...Map.groupBy(items, ({ head }) => head)].map(([head, own]) => ({
      head,
      items: own.flatMap(({ item }) => item),
      isContinued: starts.get(head) !== number,
    })),
    later: number === 1 ? later : [],
  }));
}

/** An item of a section; none for a section without items. */
interface Row<Head, Item> {
  head: Head;
  item: Item[];
  size: number;
}

function rowsOf<Head, Item>({ head, items }: Section<Head, Item>, sizes: Sizes<Head, Item>): Row<Head, Item>[] {
  if (items.length === 0) return [{ head, item: [], size: sizes.head(head) }];
  return items.map((item, at) => ({ head, item: [item], size: sizes.item(item) + (at === 0 ? sizes.head(head) : 0) }));
}
