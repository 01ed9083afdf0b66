import type { APIRoute, GetStaticPaths } from 'astro';
import { escapeHtml } from '../site/escape.ts';
import { apis, urls } from '../site/site.ts';

/** A sitemap holds absolute addresses, so there is none where the site's is not known. */
export const getStaticPaths = (() =>
  import.meta.env.SITE ? [{ params: { sitemap: 'sitemap' } }] : []) satisfies GetStaticPaths;

/** The sitemap (sitemaps.org, 0.9). */
export const GET: APIRoute = () => {
  const paths = [
    urls.home,
    urls.decode,
    ...apis.flatMap(({ id, codes, domains, guides, releases }) => [
      urls.api(id),
      urls.statuses(id),
      ...(releases.length > 0 ? [urls.changes(id)] : []),
      ...domains.map((domain) => urls.domain(id, domain.id)),
      ...guides.map((guide) => urls.guide(id, guide.id)),
      ...codes.map(({ code }) => urls.code(id, code)),
    ]),
  ];
  const entries = paths.map((path) => `<url><loc>${escapeHtml(urls.absolute(path))}</loc></url>`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`;
  return new Response(xml, { headers: { 'Content-Type': 'application/xml' } });
};
