import { attributeText } from './escape.ts';
import type { Rail } from './page.ts';
import type { Site } from './site.ts';
import { versionAddresses } from './versions.ts';

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
  return html === undefined ? undefined : withCurrent(withVersions(html, versionAddresses(site, rail.id, here)), here);
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

/** HTML in which the links to a page say that it is the current one. The page is named as Astro writes attributes. */
export function withCurrent(html: string, page: string): string {
  const link = attribute('href', page);
  return html.replaceAll(link, () => `${link} aria-current="page"`);
}

function attribute(name: string, value: string): string {
  return `${name}="${attributeText(value)}"`;
}
