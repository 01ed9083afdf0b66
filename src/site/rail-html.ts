import type { Rail } from './page.ts';
import type { Site } from './site.ts';

/** The HTML of a navigation without a current page. Pages share it, so it is rendered once: it has most of the nodes of a small page. */
export function railHtml({ railHtml: made }: Site, rail: Rail, render: () => Promise<string>): Promise<string> {
  const html = made.get(rail) ?? render();
  made.set(rail, html);
  return html;
}

/** HTML in which the links to versions lead to other addresses, such as those of the same page there. */
export function withVersions(html: string, addresses: ReadonlyMap<string, string>): string {
  if (addresses.size === 0) return html;
  return html.replace(/(?<=<details [^>]*data-versions[^>]*>)[\s\S]*?(?=<\/details>)/, (list) =>
    list.replaceAll(/href="([^"]*)"/g, (link, href) => {
      const address = addresses.get(href);
      return address === undefined ? link : attribute('href', address);
    }),
  );
}

/** HTML in which the links to a page say that it is the current one. The page is named as Astro writes attributes. */
export function withCurrent(html: string, page: string): string {
  const link = attribute('href', page);
  return html.replaceAll(link, () => `${link} aria-current="page"`);
}

function attribute(name: string, value: string): string {
  return `${name}="${value.replaceAll('&', '&#38;').replaceAll('"', '&#34;')}"`;
}
