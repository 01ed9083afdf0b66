import type { Code, NotableLifecycle } from '../index.ts';
import { breakable } from './escape.ts';

/** A link as plain text. */
export interface TextLink {
  text: string;
  href: string;
}

/** A link of the navigation, with what is below it. */
export interface NavItem extends TextLink {
  /** How many codes, guides or statuses there are behind it. */
  count?: number;
  /** Set as code. */
  isCode?: boolean;
  /** What people call a code that says nothing to them. */
  name?: string | undefined;
  /** Where a code is in its lifecycle, unless it is simply in use. */
  lifecycle?: NotableLifecycle | undefined;
  children?: NavItem[];
}

/** The navigation beside every page of an API. */
export interface Rail {
  /** The API's id. */
  id: string;
  title: string;
  /** The version, and all versions of the API; none where there is one. */
  version: string | undefined;
  versions: NavItem[];
  /** All APIs, or those around this one. */
  apis: NavItem[];
  /** The codes with their domains, then the reference pages. */
  codes: NavItem;
  pages: NavItem[];
  /** The pages above all APIs, which on large screens are in the head. */
  site: NavItem[];
}

/** A file that says for programs what a page says. */
export interface Alternate extends TextLink {
  mediaType: string;
}

/** What the layout shows around a page, and what the page's head says. */
export interface PageHead {
  /** The title of the browser's window. */
  title: string;
  description: string;
  /** The navigation of the API that the page belongs to. */
  rail?: Rail;
  /** What readers who prefer another language are told, by its tag. */
  languages?: Readonly<Record<string, string>>;
  /** The pages above this one, from the home page down. */
  crumbs?: TextLink[];
  /** The sections, for a page that lists them beside its text. */
  contents?: TextLink[];
  alternates?: Alternate[];
  /** The feed that reports changes of what the page shows. */
  feed?: { title: string; href: string } | undefined;
  /** Where the file that the page is made of is edited. */
  edit?: TextLink | undefined;
  /** The page to index in place of this one, which only forwards. */
  canonical?: string;
}

/** The title of a window, from what a page is about to the API; what is undefined is left out. */
export function titled(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' · ');
}

/** Links to the pages before and after a page. */
export interface PageTurn {
  previous: TurnLink | undefined;
  next: TurnLink | undefined;
}

/** A page before or after another; a code is set as code, and has a name where it says nothing to people. */
interface TurnLink {
  html: string;
  href: string;
  isCode?: boolean;
  name?: string | undefined;
}

/** The items before and after `index`, as links. */
export function turnAt<Item>(
  items: readonly Item[],
  index: number,
  linkTo: (item: Item) => Omit<TurnLink, 'html'> & TextLink,
): PageTurn {
  const link = (item: Item | undefined) => {
    if (item === undefined) return undefined;
    const { text, ...rest } = linkTo(item);
    return { html: breakable(text), ...rest };
  };
  return { previous: link(items[index - 1]), next: link(items[index + 1]) };
}

/** The pages of one version of an API, by their paths below its own. */
export interface VersionPages {
  codes: ReadonlyMap<string, Code>;
  others: ReadonlySet<string>;
}
