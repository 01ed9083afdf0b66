import type { APIRoute, GetStaticPaths } from 'astro';
import { search } from '../../site/search.ts';

export const getStaticPaths = (() =>
  search.texts.map((part, number) => ({
    params: { texts: `texts-${number}` },
    props: { part },
  }))) satisfies GetStaticPaths;

/** A file of the second part of the search index. */
export const GET: APIRoute = ({ props }) => Response.json(props.part);
