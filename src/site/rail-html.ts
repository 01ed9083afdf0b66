import type { Rail } from './page.ts';
import type { Site } from './site.ts';

/** The HTML of a navigation without a current page. Pages share it, so it is rendered once: it has most of the nodes of a small page. */
export function railHtml({ railHtml: made }: Site, rail: Rail, render: () => Promise<string>): Promise<string> {
  const html = made.get(rail) ?? render();
  made.set(rail, html);
  return html;
}

/** HTML in which the links to a page say that it is the current one. The page is named as Astro writes attributes. */
export function withCurrent(html: string, page: string): string {
  const link = `href="${page.replaceAll('&', '&#38;').replaceAll('"', '&#34;')}"`;
  return html.replaceAll(link, () => `${link} aria-current="page"`);
}
