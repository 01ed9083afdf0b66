import type { APIRoute, GetStaticPaths } from 'astro';
import { publishedIn } from '../site/artifacts.ts';
import { llmsOf } from '../site/llms.ts';
import { site } from './_site.ts';

/** It links to the same file of each API, and is there where they are. */
export const getStaticPaths = (() =>
  publishedIn(site.settings)({ id: 'llms' }) ? [{ params: { llms: 'llms' } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = () =>
  new Response(llmsOf(site), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
