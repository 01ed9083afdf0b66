import type { APIRoute } from 'astro';
import { index } from './_index.ts';

/** The first part of the search index. */
export const GET: APIRoute = () => Response.json(index.codes);
