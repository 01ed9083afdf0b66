import type { APIRoute, GetStaticPaths } from 'astro';
import { feedLink } from '../../../site/changes-page.ts';
import { feedOf } from '../../../site/feed.ts';
import type { SiteApi } from '../../../site/site.ts';
import { site } from '../../_site.ts';

export const getStaticPaths = (() =>
  site.apis
    .filter((api) => feedLink(api))
    .map((api) => ({ params: { api: api.id, feed: 'feed' }, props: { api } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ api: SiteApi }> = ({ props: { api } }) =>
  new Response(feedOf(api), { headers: { 'Content-Type': 'application/atom+xml' } });
