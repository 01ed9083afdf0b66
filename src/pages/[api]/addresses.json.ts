import type { APIRoute, GetStaticPaths } from 'astro';
import { addressesOf } from '../../site/addresses.ts';
import type { SiteApi } from '../../site/site.ts';
import { site } from '../_site.ts';

export const getStaticPaths = (() =>
  site.apis.map((api) => ({ params: { api: api.id }, props: { api } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ api: SiteApi }> = ({ props: { api } }) =>
  new Response(JSON.stringify(addressesOf(api)), { headers: { 'Content-Type': 'application/json' } });
