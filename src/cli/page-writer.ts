import { setImmediate } from 'node:timers/promises';
import type { AstroPrerenderer } from 'astro';
import { writerOfNewFiles } from './output/new-files.ts';

/**
 * Astro's own way to render pages, except that each page is written into `folder` as soon as it is there: for each page, Astro looks
 * for a file of the same name in the public folder, makes the page's folder and opens, writes and closes the file, all in other
 * threads, which together takes longer than rendering the page. `base` is the base path with a slash at each end.
 */
export function writingPages(folder: string, base: string): (usual: AstroPrerenderer) => AstroPrerenderer {
  const write = writerOfNewFiles(folder);
  return (usual) => ({
    name: 'errorbook',
    setup: () => usual.setup?.() ?? Promise.resolve(),
    getStaticPaths: () => usual.getStaticPaths(),
    teardown: () => usual.teardown?.() ?? Promise.resolve(),
    async render(request, options) {
      const rendered = await usual.render(request, options);
      // what is not an ordinary page, such as that of missing pages, has a name of its own
      const response = rendered instanceof Response ? rendered : rendered.response;
      if (response.status !== 200 || options.routeData.type !== 'page') return rendered;
      const path = decodeURI(new URL(request.url).pathname).slice(base.length);
      write(`${path}index.html`, new Uint8Array(await response.arrayBuffer()));
      // nothing else waits for anything, and Ctrl+C has to be heard
      await setImmediate();
      return WRITTEN;
    },
  });
}

/** Astro writes nothing where a response has no body. */
const WRITTEN = new Response(null);
