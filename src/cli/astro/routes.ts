import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { TOOL } from '../tool.ts';

/** A page or file of the site: its path with parameters, and the file that makes it. */
export interface Route {
  pattern: string;
  entrypoint: string;
}

/** Every page and file of a site below a prefix, such as `/errors`. */
export function routesUnder(prefix: string): Route[] {
  const pages = join(TOOL, 'src/pages');
  const files = readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:astro|ts)$/.test(file),
  );
  return files
    .map((file) => ({ entrypoint: join(pages, file), parts: file.replace(/\.(?:astro|ts)$/, '').split(sep) }))
    .filter(({ parts }) => !parts.some((part) => part.startsWith('_')))
    .map(({ entrypoint, parts }) => ({
      entrypoint,
      pattern: [prefix, ...(parts.at(-1) === 'index' ? parts.slice(0, -1) : parts)].join('/'),
    }))
    .sort((a, b) => (a.pattern < b.pattern ? -1 : 1));
}
