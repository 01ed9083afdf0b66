import type { APIRoute, GetStaticPaths } from 'astro';
import { addressesOf } from '../../site/addresses.ts';
import { apiOf, apis } from '../../site/site.ts';

export const getStaticPaths = (() => apis.map(({ id }) => ({ params: { api: id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(addressesOf(apiOf(params.api))), { headers: { 'Content-Type': 'application/json' } });
