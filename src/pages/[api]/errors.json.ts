import registry from 'virtual:errorbook/registry';
import type { APIRoute, GetStaticPaths } from 'astro';
import { errorsJson } from '../../registry/index.ts';
import { apiOf, apis, urls } from '../../site/site.ts';

export const getStaticPaths = (() => apis.map(({ id }) => ({ params: { api: id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params, site }) => {
  const api = registry.apis.find(({ id }) => id === params.api) ?? apiOf(params.api);
  const urlOf = (code: string) => {
    const path = urls.code(api.id, code);
    return site ? new URL(path, site).href : path;
  };
  return new Response(errorsJson(api, urlOf).text, { headers: { 'Content-Type': 'application/json' } });
};
