import { escapeHtml } from './escape.ts';
import { pageLinks } from './navigation.ts';
import type { Site } from './site.ts';

/** So many addresses may be in one file (sitemaps.org, 0.9). */
const MOST = 50_000;

/** A file that lists addresses for search engines. */
interface SitemapFile {
  href: string;
  content(): string;
}

/**
 * The sitemap (sitemaps.org, 0.9): one file, or above `most` addresses one that lists the others. Needs a site whose address is known,
 * because its addresses are absolute.
 */
export function sitemapFiles({ apis, urls }: Site, most = MOST): SitemapFile[] {
  const paths = [
    urls.home,
    urls.decode,
    ...apis.flatMap((api) => [urls.api(api.id), ...pageLinks(api).map(({ href }) => href)]),
    ...apis.flatMap(({ id, codes, domains, guides, statuses }) => [
      ...statuses.map(({ status }) => urls.status(id, status)),
      ...domains.map((domain) => urls.domain(id, domain.id)),
      ...guides.map((guide) => urls.guide(id, guide.id)),
      ...codes.map(({ code }) => urls.code(id, code)),
    ]),
  ];
  const listed = (list: string, entry: string, hrefs: readonly string[]) => () => {
    const entries = hrefs.map((href) => `<${entry}><loc>${escapeHtml(urls.absolute(href))}</loc></${entry}>`);
    return `<?xml version="1.0" encoding="UTF-8"?>\n<${list} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</${list}>\n`;
  };
  if (paths.length <= most) return [{ href: urls.sitemap, content: listed('urlset', 'url', paths) }];
  const parts = Array.from({ length: Math.ceil(paths.length / most) }, (_, at) => ({
    href: urls.sitemapPart(at + 1),
    content: listed('urlset', 'url', paths.slice(at * most, (at + 1) * most)),
  }));
  const hrefs = parts.map(({ href }) => href);
  return [{ href: urls.sitemap, content: listed('sitemapindex', 'sitemap', hrefs) }, ...parts];
}
