import type { Frame } from '../site/frame.ts';
import type { PageHead } from '../site/page.ts';
import type { Site } from '../site/site.ts';

/** What a page gives to the layout around it. */
export interface PageProps extends PageHead {
  site: Site;
  /** What unfurls in a chat, where it should differ from the title. */
  type?: 'website' | 'article';
  class?: string;
  /** No address of its own: the page of unknown addresses, and pages that only forward. */
  unlisted?: boolean;
  /** What the layout else finds out from the address that Astro has for the page. */
  frame?: Frame | undefined;
  /** Whether the header has the search field; false for a page that has it elsewhere. */
  hasSearch?: boolean;
}
