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

/**
 * HTML in which the links to a page say that it is the current one. Where it is a later page of a list, the links to the first say
 * that the list is the current item. Pages are named as Astro writes attributes.
 */
export function withCurrent(html: string, page: string, first = page): string {
  const marked = withAttribute(html, attribute('href', page), 'aria-current="page"');
  return first === page ? marked : withAttribute(marked, attribute('href', first), 'aria-current="true"');
}

function withAttribute(html: string, link: string, more: string): string {
  return html.replaceAll(link, () => `${link} ${more}`);
}

function attribute(name: string, value: string): string {
  return `${name}="${value.replaceAll('&', '&#38;').replaceAll('"', '&#34;')}"`;
}
