import { once } from 'node:events';
import { extname } from 'node:path';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { countOfCodes } from '../index.ts';
import type { FilesShare, FilesSource } from './files-of-site.ts';

/** Another thread, which writes files of a site and pages that this one has rendered. */
export interface FilesThread {
  /** From here on, it writes its share of the files. */
  begin(share: FilesShare): void;
  /** Lets it write a page; false while it has enough to do. */
  writePage(page: WrittenPage): boolean;
  /** Says that there are no more pages. */
  endPages(): void;
  /** Waits until all is written. Rejects with the error of the file system if a file can't be written. */
  written(): Promise<void>;
  /** Ends it, whatever it does. */
  abandon(): void;
}

/** A page to be written: its path in the site's folder, and its HTML. */
export type WrittenPage = readonly [file: string, html: string];

/** What the thread begins with. */
export interface FilesThreadData extends FilesSource {
  /** Where pages come from; closed when there are no more. */
  pages: MessagePort;
  /** What both threads look at: see {@link WRITTEN}, {@link WRITING} and {@link STOPPED}. */
  state: Int32Array;
}

/** The places in that state: how many pages it has written, whether it is writing just now, and whether it may write nothing more. */
export const [WRITTEN, WRITING, STOPPED] = [0, 1, 2];

/** How much the thread may take for objects, in MB: with more, as by default, it would take 250 MB more for 10,000 codes, and no less time. */
const LIMITS = {
  /** For new ones. */
  young: 48,
  /** From 2,048 on, V8 lets four times as much pile up as is in use. */
  old: 2_000,
  /** For each code of a registry that needs more; twice what a code takes. */
  oldPerCode: 0.05,
};

/** A thread that has crashed never says that it is done. */
const LONGEST_WRITE_MS = 2_000;

/** Fewer codes are done before another thread has started. */
const MANY = 500;

/** So many pages may wait for it: 8 MB where domains have fifty codes. */
const MOST_WAITING = 300;

/** Starts a thread, which needs a while before it can write; undefined for a site that isn't worth one. */
export function startFilesThread({ registry, settings, place }: FilesSource): FilesThread | undefined {
  const codes = countOfCodes(registry.apis);
  if (codes < MANY) return undefined;
  const module = new URL(`files-worker${extname(import.meta.url)}`, import.meta.url);
  const { port1, port2 } = new MessageChannel();
  const state = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
  const workerData = { registry, settings, place, pages: port2, state } satisfies FilesThreadData;
  const worker = new Worker(module, {
    workerData,
    transferList: [port2],
    resourceLimits: {
      maxYoungGenerationSizeMb: LIMITS.young,
      maxOldGenerationSizeMb: Math.max(LIMITS.old, codes * LIMITS.oldPerCode),
    },
  });
  const ended = once(worker, 'exit');
  // a build that fails meanwhile waits for nothing
  ended.catch(() => {});
  worker.unref();
  port1.unref();
  // the folder of a build that is interrupted is removed: by then, nobody may write into it
  const stop = () => {
    Atomics.store(state, STOPPED, 1);
    Atomics.wait(state, WRITING, 1, LONGEST_WRITE_MS);
  };
  process.prependOnceListener('exit', stop);
  let sent = 0;
  return {
    begin: (share) => worker.postMessage(share),
    writePage(page) {
      if (sent - Atomics.load(state, WRITTEN) >= MOST_WAITING) return false;
      port1.postMessage(page);
      sent++;
      return true;
    },
    endPages: () => port1.close(),
    async written() {
      worker.ref();
      await ended;
      process.off('exit', stop);
    },
    abandon() {
      process.off('exit', stop);
      stop();
      worker.terminate();
    },
  };
}
