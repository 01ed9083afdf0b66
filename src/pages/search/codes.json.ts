import type { APIRoute } from 'astro';
import { search } from '../../site/search.ts';

/** The first part of the search index. */
export const GET: APIRoute = () => Response.json(search.codes);
