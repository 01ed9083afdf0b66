import type { APIRoute, GetStaticPaths } from 'astro';
import { index } from '../_index.ts';

export const getStaticPaths = (() =>
  index.apis.map((api) => ({ params: { api: api.id }, props: { api } }))) satisfies GetStaticPaths;

/** What the decoder knows of one API. */
export const GET: APIRoute = ({ props }) => Response.json(props.api);
