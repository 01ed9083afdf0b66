import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Registry, withRetryLabels } from '../index.ts';
import type { SiteSettings } from '../shared/settings.ts';
import { type SiteFile, siteFiles } from '../site/files.ts';
import { makeSite } from '../site/site.ts';
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

/** What a thread that writes files gets. */
export interface FilesTask {
  /** Where the site is built. */
  folder: string;
  registry: Registry;
  settings: SiteSettings;
  place: SitePlace;
  /** The paths of files that are not written here. */
  without?: ReadonlySet<string> | undefined;
  /** The paths of the only files that are written here; undefined for all. */
  only?: ReadonlySet<string> | undefined;
  /** Says when the folder is there: as soon as its first number is not 0. */
  gate?: Int32Array | undefined;
  /** The part of the site that is built; undefined for all of it. */
  shard?: Shard | undefined;
}

/** Fewer codes are done before another thread or process has started. */
const MANY = 500;

/** Whether a site is worth other threads and processes. */
export function isLarge({ apis }: Registry): boolean {
  return apis.reduce((sum, { codes }) => sum + codes.length, 0) >= MANY;
}

/** In MB: with more, as by default, the thread would take 100 MB more and no less time. */
const YOUNG = 48;

/**
 * Writes every file of a site that is not a page into its folder, in a thread of its own where there are many; call the result to
 * wait for the end. Astro would write them too, but needs a request, a response and a look for the folder for each, which
 * takes longer than making the text. What is waited for rejects with the error of the file system if a file can't be written.
 */
export function startFilesOfSite(task: FilesTask): () => Promise<void> {
  if (!isLarge(task.registry)) return () => writeFilesOfSite(task);
  const module = new URL(`files-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(module, { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
  const ended = once(worker, 'exit');
  // a build that fails meanwhile waits for nothing
  ended.catch(() => {});
  worker.unref();
  return async () => {
    worker.ref();
    await ended;
  };
}

/** Does it in this thread. */
export async function writeFilesOfSite({ folder, without, only, gate, shard, ...source }: FilesTask): Promise<void> {
  const files = await filesOfSite(source);
  if (gate) Atomics.wait(gate, 0, 0);
  const write = writerOfNewFiles(folder);
  const left = only && new Set(only);
  let index = 0;
  for (const { href, content } of files) {
    if (left?.size === 0) break;
    const path = href.slice(source.place.base.length);
    if (isIn(shard, index++) && !without?.has(path) && (!left || left.delete(path))) write(path, content());
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

async function filesOfSite({
  registry,
  settings,
  place,
}: Pick<FilesTask, 'registry' | 'settings' | 'place'>): Promise<Iterable<SiteFile>> {
  const shown = withRetryLabels(registry, settings.retryLabels);
  const site = makeSite({ ...place, registry: shown, settings, preview: undefined, contentPolicy: undefined });
  return siteFiles(site, shown, await readRuntimes());
}
