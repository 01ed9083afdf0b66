import * as module from 'node:module';
import { workerData } from 'node:worker_threads';
import type { FilesTask } from './files-of-site.ts';

// The other thread of `files-of-site.ts`.
module.enableCompileCache();
const { writeFilesOfSite } = await import('./files-of-site.ts');
await writeFilesOfSite(workerData satisfies FilesTask);
