import { escapeHtml } from './escape.ts';
import { pageLinks } from './navigation.ts';
import type { Site } from './site.ts';

/** The sitemap (sitemaps.org, 0.9). Needs a site whose address is known, because its addresses are absolute. */
export function sitemapOf({ apis, urls }: Site): string {
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
  const entries = paths.map((path) => `<url><loc>${escapeHtml(urls.absolute(path))}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`;
}
