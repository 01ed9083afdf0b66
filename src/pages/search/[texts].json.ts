import type { APIRoute, GetStaticPaths } from 'astro';
import { index } from './_index.ts';

export const getStaticPaths = (() =>
  index.texts.map((part, number) => ({
    params: { texts: `texts-${number}` },
    props: { part },
  }))) satisfies GetStaticPaths;

/** A file of the second part of the search index. */
export const GET: APIRoute = ({ props }) => Response.json(props.part);
