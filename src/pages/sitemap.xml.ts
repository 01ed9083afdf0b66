import type { APIRoute } from 'astro';
import { escapeHtml } from '../site/escape.ts';
import { apis, urls } from '../site/site.ts';

/** The sitemap (sitemaps.org, 0.9); it needs absolute addresses, so without a site it lists nothing. */
export const GET: APIRoute = ({ site }) => {
  const paths = [
    urls.home,
    ...apis.flatMap(({ id, codes, domains, guides }) => [
      urls.api(id),
      urls.statuses(id),
      ...domains.map((domain) => urls.domain(id, domain.id)),
      ...guides.map((guide) => urls.guide(id, guide.id)),
      ...codes.map(({ code }) => urls.code(id, code)),
    ]),
  ];
  const entries = site ? paths.map((path) => `<url><loc>${escapeHtml(new URL(path, site).href)}</loc></url>`) : [];
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`;
  return new Response(xml, { headers: { 'Content-Type': 'application/xml' } });
};
