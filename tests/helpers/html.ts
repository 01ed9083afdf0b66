import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { filesIn } from './files.ts';

/** What a file of a site says in its markup, read by a browser that neither loads nor runs anything of it. */
export interface ParsedPage {
  /** The file, relative to the site's folder, with forward slashes. */
  file: string;
  title: string;
  ids: string[];
  /** Every address in an `href` or `src`. */
  addresses: string[];
  /** Those of them that a browser loads together with the page. */
  loaded: string[];
  canonical: string | null;
  /** The content of each `meta` that has a name or property. */
  meta: Record<string, string>;
  /** True where the page sends its reader elsewhere by itself. */
  redirects: boolean;
}

/** Every page of a built site. */
export async function parsedPages(page: Page, folder: string): Promise<ParsedPage[]> {
  const files = await filesIn(folder, '.html');
  const sources = files.map(async (file) => ({ file, html: await readFile(join(folder, file), 'utf8') }));
  return page.evaluate(parse, await Promise.all(sources));
}

/** Runs in the browser. */
function parse(sources: { file: string; html: string }[]): ParsedPage[] {
  return sources.map(({ file, html }) => {
    const document = new DOMParser().parseFromString(html, 'text/html');
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const addressesOf = (selector: string) =>
      all(selector).map((element) => (element.getAttribute('href') ?? element.getAttribute('src'))!);
    return {
      file,
      title: document.title,
      ids: all('[id]').map(({ id }) => id),
      addresses: addressesOf('[href], [src]'),
      loaded: addressesOf(
        'link[rel=stylesheet], link[rel=preload], link[rel=modulepreload], link[rel=icon], script[src], img[src]',
      ),
      canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null,
      meta: Object.fromEntries(
        all('meta[name], meta[property]').map((it) => [
          it.getAttribute('name') ?? it.getAttribute('property')!,
          it.getAttribute('content')!,
        ]),
      ),
      redirects: document.querySelector('meta[http-equiv=refresh i]') !== null,
    };
  });
}

/** The address at which a file is served: folders stand for their index.html. */
export function addressOfFile(file: string, base: string): string {
  return base + file.replace(/(^|\/)index\.html$/, '$1');
}
