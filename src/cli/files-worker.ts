import { once } from 'node:events';
import * as module from 'node:module';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { FilesShare } from './files-of-site.ts';
import type { FilesThreadData, WrittenPage } from './files-thread.ts';

// The other thread of `files-thread.ts`.
module.enableCompileCache();
const { filesOfSite, writeFiles } = await import('./files-of-site.ts');
const { STOPPED, WRITING, WRITTEN } = await import('./files-thread.ts');
const { writePlaces } = await import('./incremental/places.ts');
const { writerOfNewFiles } = await import('./output/new-files.ts');
const { pages, state, ...source }: FilesThreadData = workerData;
const files = await filesOfSite(source);

parentPort?.once('message', async (share: FilesShare) => {
  const write = writerOfNewFiles(share.folder);
  const writePage = (page: WrittenPage) => {
    unlessStopped(() => write(...page));
    Atomics.add(state, WRITTEN, 1);
  };
  // pages that wait need memory, and more come all the time
  const writePages = () => {
    for (let next = receiveMessageOnPort(pages); next; next = receiveMessageOnPort(pages)) writePage(next.message);
  };
  const places = writeFiles(files, source.place, share, (file, content) => {
    writePages();
    unlessStopped(() => write(file, content));
  });
  unlessStopped(() => writePlaces(share.folder, 'last', places));
  const closed = once(pages, 'close');
  pages.on('message', writePage);
  await closed;
});

function unlessStopped(write: () => void): void {
  Atomics.store(state, WRITING, 1);
  try {
    if (Atomics.load(state, STOPPED) === 0) write();
  } finally {
    Atomics.store(state, WRITING, 0);
    Atomics.notify(state, WRITING);
  }
}
