import { attributeText } from './escape.ts';
import type { Rail } from './page.ts';
import type { Site } from './site.ts';
import { firstPageOf, versionAddresses } from './versions.ts';

/**
 * The HTML of a navigation on the page at `here`. Pages share what `render` gives, the navigation without a current page, so it is
 * rendered once: it has most of the nodes of a small page.
 */
export async function railHtml(site: Site, rail: Rail, here: string, render: () => Promise<string>): Promise<string> {
  if (!site.railHtml.has(rail)) site.railHtml.set(rail, await render());
  return knownRail(site, rail, here) ?? '';
}

/** The same, if that navigation was rendered already; else undefined. */
export function knownRail(site: Site, rail: Rail, here: string): string | undefined {
  const html = site.railHtml.get(rail);
  if (html === undefined) return undefined;
  return withCurrent(withVersions(html, versionAddresses(site, rail.id, here)), here, firstPageOf(site, rail.id, here));
}

/** HTML in which the links to versions lead to other addresses, such as those of the same page there. */
function withVersions(html: string, addresses: ReadonlyMap<string, string>): string {
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
function withCurrent(html: string, page: string, first: string): string {
  const marked = withAttribute(html, attribute('href', page), 'aria-current="page"');
  return first === page ? marked : withAttribute(marked, attribute('href', first), 'aria-current="true"');
}

function withAttribute(html: string, link: string, more: string): string {
  return html.replaceAll(link, () => `${link} ${more}`);
}

function attribute(name: string, value: string): string {
  return `${name}="${attributeText(value)}"`;
}
