import * as module from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { FilesShare, FilesSource } from './files-of-site.ts';

// The other thread of `files-of-site.ts`.
module.enableCompileCache();
const { filesOfSite, writeFiles } = await import('./files-of-site.ts');
const { writePlaces } = await import('./incremental/places.ts');
const source: FilesSource = workerData;
const files = await filesOfSite(source);
parentPort?.once('message', (share: FilesShare) =>
  writePlaces(share.folder, 'last', writeFiles(files, source.place, share)),
);
