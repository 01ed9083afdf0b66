import type { APIRoute } from 'astro';
import { llmsOf } from '../site/llms.ts';
import { site } from './_site.ts';

export const GET: APIRoute = () =>
  new Response(llmsOf(site), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
