import registry from 'virtual:errorbook/registry';
import type { APIRoute, GetStaticPaths } from 'astro';
import { type Api, errorsJson } from '../../registry/index.ts';
import { urls } from '../../site/site.ts';

export const getStaticPaths = (() =>
  registry.apis.map((api) => ({ params: { api: api.id }, props: { api } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ api: Api }> = ({ props: { api } }) => {
  const { text } = errorsJson(api, (code) => urls.absolute(urls.code(api.id, code)));
  return new Response(text, { headers: { 'Content-Type': 'application/json' } });
};
