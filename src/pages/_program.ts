/*
 * The program that renders the pages, as the bundler's entry: Astro's own, what lists the paths, and what fills pages in. A build that finds this
 * program kept runs it without Astro (`cli/incremental/`).
 */

export { StaticPaths } from 'astro:static-paths';
export { app, manifest } from 'astro/entrypoints/prerender';
export { VALUES_ROUTE, valuesByAddress } from './_values.ts';
