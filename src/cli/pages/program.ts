import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData, SSRManifest } from 'astro';
import type { CodeValues } from '../../site/code-values.ts';
import type { SitePlace } from '../files-of-site.ts';

/** What the program of the pages exports (`pages/_program.ts`), as far as it is used here. */
interface Program {
  app: {
    setInternals(internals: { pagesByKeys: ReadonlyMap<string, { styles: StyleOfPage[] }> }): void;
    setOptions(options: { settings: { scripts: [] }; logger: { options: { destination: { write(): void } } } }): void;
    render(request: Request, options: { routeData: RouteData; locals?: Partial<App.Locals> }): Promise<Response>;
  };
  manifest: Pick<SSRManifest, 'routes' | 'base'>;
  StaticPaths: new (app: Program['app']) => { getAll(): Promise<PagePath[]> };
  VALUES_ROUTE: string;
  valuesByAddress(): ReadonlyMap<string, () => CodeValues | undefined>;
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

/** A page. */
export interface ProgramPage {
  isPage: true;
  /** The file that it is in, relative to the output. */
  file: string;
  /** Computes what it shows, for a page that may be filled in; the result is undefined while that can't be known. */
  values: (() => CodeValues | undefined) | undefined;
  /** Its HTML, with these values in place of its own if any are given. Rejects with whatever goes wrong in the page. */
  render(values?: CodeValues): Promise<string>;
}

/** Another file that the pages' program makes, such as the team's logo. */
export interface ProgramFile {
  isPage: false;
  file: string;
  render(): Promise<Uint8Array>;
}

/**
 * Loads the program in a folder and lists its pages in the order in which Astro renders them. It does what Astro's build does with
 * the program (`core/build/default-prerenderer.js` and `core/build/generate.js`), for the kinds of pages that we have.
 */
export async function programPages(folder: string, place: SitePlace): Promise<(ProgramPage | ProgramFile)[]> {
  const { base, address = 'http://localhost:4321' } = place;
  const { app, manifest, StaticPaths, VALUES_ROUTE, valuesByAddress } = await loaded(folder);
  // it was compiled before the base path was known
  manifest.base = base;
  const styles = manifest.routes.map(
    ({ routeData: { route, component }, styles }) =>
      [`${route}&${component}`, { styles: styles.map((sheet) => ({ sheet, depth: 0, order: 0 })) }] as const,
  );
  app.setInternals({ pagesByKeys: new Map(styles) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write() {} } } } });
  const valuesOf = valuesByAddress();
  const pages = new Map<string, ProgramPage | ProgramFile>();
  for (const { pathname, route } of await new StaticPaths(app).getAll()) {
    const [file, url] = placeOf(pathname, route.type);
    const rendered = async (values?: CodeValues) => {
      const request = new Request(new URL(base + url, address));
      const response = await app.render(request, { routeData: route, ...(values && { locals: { values } }) });
      if (response.status !== 200 && file !== '404.html')
        throw new Error(`${pathname} has the status ${response.status}.`);
      return response;
    };
    // of two pages at one address, Astro takes the first
    if (pages.has(file)) continue;
    if (route.type === 'page') {
      const values = route.route === VALUES_ROUTE ? valuesOf.get(base + url) : undefined;
      pages.set(file, { isPage: true, file, values, render: async (values) => (await rendered(values)).text() });
    } else pages.set(file, { isPage: false, file, render: async () => (await rendered()).bytes() });
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
