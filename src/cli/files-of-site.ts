import type { ServerResponse } from 'node:http';
import { type Registry, withRetryLabels } from '../index.ts';
import type { SiteSettings } from '../shared/settings.ts';
import { type SiteFile, siteFiles } from '../site/files.ts';
import { makeSite, type Site, type SiteSource } from '../site/site.ts';
import { type EarlierOutput, type End, type PlacesInFiles, takingFrom } from './incremental/places.ts';
import { writerOfNewFiles } from './output/new-files.ts';
import { readRuntimes } from './runtimes.ts';
import { isIn, type Shard } from './shard/shard.ts';

/** Where a site is. */
export interface SitePlace {
  /** The base path, with a slash at each end. */
  base: string;
  /** The site's address without a path, where it is known. */
  address: string | undefined;
}

/** What the files of a site are made from. */
export interface FilesSource {
  registry: Registry;
  settings: SiteSettings;
  place: SitePlace;
}

/** Which of them are written, and where. */
export interface FilesShare {
  /** Where the site is built. */
  folder: string;
  /** The paths of files that are not written. */
  without?: ReadonlySet<string> | undefined;
  /** The part of the site that is built; undefined for all of it. */
  shard?: Shard | undefined;
  /** Where two threads write the files: how many both have begun, as its first number, and at which end this one begins. */
  shared?: { begun: Int32Array; end: End } | undefined;
  /** The previous output, where it has parts of these files. */
  before?: EarlierOutput | undefined;
}

/** Writes every file of a site that is not a page, in this thread; gives where in them the parts about codes are. */
export async function writeFilesOfSite({
  registry,
  settings,
  place,
  ...share
}: FilesSource & FilesShare): Promise<PlacesInFiles> {
  return writeFiles(await filesOfSite({ registry, settings, place }), place, share);
}

/** Writes those of a site's files that are wanted, and gives where in them the parts about codes are. */
export function writeFiles(
  files: Iterable<SiteFile>,
  { base }: SitePlace,
  share: FilesShare,
  write = writerOfNewFiles(share.folder),
): PlacesInFiles {
  const pathOf = ({ href }: SiteFile) => href.slice(base.length);
  let index = 0;
  const isWanted = (file: SiteFile) => isIn(share.shard, index++) && !share.without?.has(pathOf(file));
  const wanted = Iterator.from(files).filter(isWanted);
  const taking = takingFrom(share.before);
  for (const file of share.shared ? shareOf([...wanted], share.shared) : wanted)
    write(pathOf(file), taking.make(pathOf(file), file.content));
  return taking.noted;
}

/** What a thread takes of some items of which another one takes the others, from the other end, until both meet. */
function* shareOf<Item>(items: Item[], { begun, end }: NonNullable<FilesShare['shared']>): Generator<Item> {
  for (const item of end === 'first' ? items : items.reverse()) {
    if (Atomics.add(begun, 0, 1) >= items.length) return;
    yield item;
  }
}

/** Answers requests for these files, for a server whose registry changes; calls `next` for an address that has none. */
export function filesServer(read: () => Promise<Registry>, settingsOf: () => Promise<SiteSettings>, place: SitePlace) {
  let served: { registry: Registry; files: Map<string, SiteFile> } | undefined;
  return async (address: string, response: ServerResponse, next: () => void): Promise<void> => {
    // the page shows what is wrong with a registry or with settings
    const registry = await read().catch(() => undefined);
    const settings = await settingsOf().catch(() => undefined);
    if (registry && settings && served?.registry !== registry) {
      const files = [...(await filesOfSite({ registry, settings, place }))];
      served = { registry, files: new Map(files.map((file) => [file.href, file])) };
    }
    const file = registry && settings && served?.files.get(address.replace(/\?.*/s, ''));
    if (!file) return next();
    response.setHeader('Content-Type', file.mediaType);
    response.end(file.content());
  };
}

/** Every file of a site that is not a page. */
export async function filesOfSite({ registry, settings, place }: FilesSource): Promise<Iterable<SiteFile>> {
  const site = siteOf({ registry, settings, place });
  return siteFiles(site, withRetryLabels(registry, settings.retryLabels), await readRuntimes());
}

/** A site as its pages have it, but for what only HTML needs; `preview` is what a preview adds. */
export function siteOf(
  { registry, settings, place }: FilesSource,
  preview: Pick<SiteSource, 'preview' | 'previewPageOf'> = { preview: undefined },
): Site {
  const shown = withRetryLabels(registry, settings.retryLabels);
  return makeSite({ ...place, ...preview, registry: shown, settings, contentPolicy: undefined });
}
