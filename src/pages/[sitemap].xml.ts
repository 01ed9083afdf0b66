import type { APIRoute, GetStaticPaths } from 'astro';
import { sitemapOf } from '../site/sitemap.ts';
import { site } from './_site.ts';

/** A sitemap holds absolute addresses, so there is none where the site's is not known. */
export const getStaticPaths = (() =>
  site.urls.isAbsolute ? [{ params: { sitemap: 'sitemap' } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = () => new Response(sitemapOf(site), { headers: { 'Content-Type': 'application/xml' } });
