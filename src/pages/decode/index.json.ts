import type { APIRoute } from 'astro';
import { directoryOf } from '../../index.ts';
import { site } from '../_site.ts';
import { index } from './_index.ts';

/** The first part of the decoder's index, which decides what APIs a paste may concern. */
export const GET: APIRoute = () => Response.json(directoryOf(index, ({ id }) => site.urls.decodeApi(id)));
