import type { APIRoute, GetStaticPaths } from 'astro';
import { feedOf } from '../../../site/feed.ts';
import { apiOf, apis, urls } from '../../../site/site.ts';

/** A feed names itself and its entries by absolute addresses, so there is none where the site's is not known. */
export const getStaticPaths = (() =>
  import.meta.env.SITE
    ? apis.filter(({ releases }) => releases.length > 0).map(({ id }) => ({ params: { api: id, feed: 'feed' } }))
    : []) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
  new Response(feedOf(apiOf(params.api), urls), { headers: { 'Content-Type': 'application/atom+xml' } });
