import { writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import type { Registry } from '../index.ts';
import { type SiteFile, siteFiles } from '../site/files.ts';
import { makeSite } from '../site/site.ts';
import { makeFolder } from './output/real-path.ts';
import { readRuntimes } from './runtimes.ts';

/** Where a site is. */
export interface SitePlace {
  /** The base path, with a slash at each end. */
  base: string;
  /** The site's address without a path, where it is known. */
  address: string | undefined;
}

/**
 * Writes every file of a site that is not a page into its folder. Astro would write them too, but needs a request, a response
 * and a look for the folder for each, which takes longer than making the text. Throws the error of the file system if a file
 * can't be written.
 */
export async function writeFilesOfSite(folder: string, registry: Registry, place: SitePlace): Promise<void> {
  const folders = new Set<string>();
  for (const { href, content } of await filesOfSite(registry, place)) {
    const file = join(folder, href.slice(place.base.length));
    const parent = dirname(file);
    if (!folders.has(parent)) makeFolder(parent);
    folders.add(parent);
    writeFileSync(file, content());
  }
}

/** Answers requests for these files, for a server whose registry changes; calls `next` for an address that has none. */
export function filesServer(read: () => Promise<Registry>, place: SitePlace) {
  let served: { registry: Registry; files: Map<string, SiteFile> } | undefined;
  return async (address: string, response: ServerResponse, next: () => void): Promise<void> => {
    // the page shows what is wrong with a registry
    const registry = await read().catch(() => undefined);
    if (registry && served?.registry !== registry) {
      const files = [...(await filesOfSite(registry, place))];
      served = { registry, files: new Map(files.map((file) => [file.href, file])) };
    }
    const file = registry && served?.files.get(address.replace(/\?.*/s, ''));
    if (!file) return next();
    response.setHeader('Content-Type', file.mediaType);
    response.end(file.content());
  };
}

async function filesOfSite(registry: Registry, { base, address }: SitePlace): Promise<Iterable<SiteFile>> {
  const site = makeSite({ registry, base, address, preview: undefined, contentPolicy: undefined });
  return siteFiles(site, registry, await readRuntimes());
}
