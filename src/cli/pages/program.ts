import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData, SSRManifest } from 'astro';
import type { SitePlace } from '../files-of-site.ts';

/** What the program of the pages exports (`pages/_program.ts`), as far as it is used here. */
interface Program {
  app: {
    setInternals(internals: { pagesByKeys: ReadonlyMap<string, { styles: StyleOfPage[] }> }): void;
    setOptions(options: { settings: { scripts: [] }; logger: { options: { destination: { write(): void } } } }): void;
    render(request: Request, options: { routeData: RouteData }): Promise<Response>;
  };
  manifest: Pick<SSRManifest, 'routes'>;
  StaticPaths: new (app: Program['app']) => { getAll(): Promise<PagePath[]> };
}

interface StyleOfPage {
  sheet: SSRManifest['routes'][number]['styles'][number];
  depth: number;
  order: number;
}

interface PagePath {
  pathname: string;
  route: RouteData;
}

/** A page, or a file that the pages' program makes. */
export interface ProgramPage {
  /** The file that it is in, relative to the output. */
  file: string;
  /** Whether it is a page, and not another file, such as the team's logo. */
  isPage: boolean;
  /** Its content. Rejects with whatever goes wrong in the page. */
  render(): Promise<string | Uint8Array>;
}

/**
 * Loads the program in a folder and lists its pages in the order in which Astro renders them. It does what Astro's build does with
 * the program (`core/build/default-prerenderer.js` and `core/build/generate.js`), for the kinds of pages that we have.
 */
export async function programPages(folder: string, { base, address }: SitePlace): Promise<ProgramPage[]> {
  const { app, manifest, StaticPaths } = await loaded(folder);
  const styles = manifest.routes.map(
    ({ routeData: { route, component }, styles }) =>
      [`${route}&${component}`, { styles: styles.map((sheet) => ({ sheet, depth: 0, order: 0 })) }] as const,
  );
  app.setInternals({ pagesByKeys: new Map(styles) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write() {} } } } });
  const pages = new Map<string, ProgramPage>();
  for (const { pathname, route } of await new StaticPaths(app).getAll()) {
    const [file, url] = placeOf(pathname, route.type);
    const isPage = route.type === 'page';
    const render = async () => {
      const request = new Request(new URL(base + url, address ?? 'http://localhost:4321'));
      const response = await app.render(request, { routeData: route });
      if (response.status !== 200 && file !== '404.html') throw new Error(`${pathname} has the status ${response.status}.`);
      return isPage ? response.text() : new Uint8Array(await response.arrayBuffer());
    };
    // of two pages at one address, Astro takes the first
    if (!pages.has(file)) pages.set(file, { file, isPage, render });
  }
  return [...pages.values()];
}

async function loaded(folder: string): Promise<Program> {
  const entry = readdirSync(folder).find((name) => name.startsWith('prerender-entry.'));
  if (entry === undefined) throw new Error(`There is no program in ${folder}.`);
  return import(pathToFileURL(join(folder, entry)).href);
}

/** The file at a path, and its address, both without a slash at the beginning. */
function placeOf(pathname: string, type: RouteData['type']): [file: string, url: string] {
  const path = pathname.replace(/^\/|\/$/g, '');
  // the address of a file keeps its slash: Astro looks for the route by it
  if (type === 'endpoint') return [path, pathname.replace(/^\//, '')];
  if (type !== 'page') throw new Error(`Pages of the kind ${type} are unknown here.`);
  if (path === '') return ['index.html', ''];
  return path === '404' ? ['404.html', '404/'] : [`${path}/index.html`, `${path}/`];
}
