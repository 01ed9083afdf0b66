import registry from 'virtual:errorbook/registry';
import type { APIRoute } from 'astro';
import { decodeIndex } from '../../index.ts';
import { plainParts } from '../../site/prose-tree.ts';
import { site } from '../_site.ts';

/** What the decoder knows; loaded once, together with its page. */
export const GET: APIRoute = () => {
  const index = decodeIndex(registry, {
    apiHref: ({ id }) => site.urls.api(id),
    codeHref: ({ id }, { code }) => site.urls.code(id, code),
    prose: plainParts,
  });
  return new Response(JSON.stringify(index), { headers: { 'Content-Type': 'application/json' } });
};
