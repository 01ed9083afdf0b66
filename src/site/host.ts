import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { Rail } from './page.ts';

/** How our pages are part of the site of somebody else. */
export interface Host {
  /** What is before the path of each of our pages, below the base path, such as `/errors`. */
  prefix: string;
  /** Whether pages inside the layout of that site show the navigation of their API. */
  navigation: boolean;
  /** Whether Astro writes a content security policy for that site, which then has to allow what is inside our pages. */
  hasContentPolicy: boolean;
  /** The layout; undefined where pages have our own. */
  Layout?: AstroComponentFactory;
}

/** What a layout of another site gets of each page; its slot is the page, its slot `head` belongs into the head. */
export interface LayoutProps {
  /** The title of the page, as plain text. The page has its own first heading. */
  title: string;
  description: string;
  /** The sections of the page, as Astro lists those of a Markdown file. */
  headings: { depth: number; slug: string; text: string }[];
  /** The address to index in the place of this one; undefined where the page's own is right. */
  canonical: string | undefined;
  /** Whether search engines should leave the page out. */
  noindex: boolean;
  /** The same title and description, as Astro's layouts of Markdown files get them. */
  frontmatter: { title: string; description: string };
  /** The navigation of the API that the page belongs to; undefined for pages above all APIs. */
  rail: Rail | undefined;
}
