/** A link as plain text. */
export interface TextLink {
  text: string;
  href: string;
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
  crumbs?: TextLink[];
  /** The sections, for a page that lists them beside its text. */
  contents?: TextLink[];
  alternates?: Alternate[];
  /** The feed that reports changes of what the page shows. */
  feed?: { title: string; href: string } | undefined;
  /** The page to index in place of this one, which only forwards. */
  canonical?: string;
}

/** Links to the pages before and after a page. */
export interface PageTurn {
  previous: TurnLink | undefined;
  next: TurnLink | undefined;
}

/** A page before or after another; a code is set as code. */
export interface TurnLink extends TextLink {
  isCode?: boolean;
}

/** The items before and after `index`, as links. */
export function turnAt<Item>(items: readonly Item[], index: number, linkTo: (item: Item) => TurnLink): PageTurn {
  const link = (item: Item | undefined) => (item === undefined ? undefined : linkTo(item));
  return { previous: link(items[index - 1]), next: link(items[index + 1]) };
}
