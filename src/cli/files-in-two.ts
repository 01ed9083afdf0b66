import { type FilesShare, type FilesSource, writeFilesOfSite } from './files-of-site.ts';
import { startFilesThread } from './files-thread.ts';
import { writePlaces } from './incremental/places.ts';
import { writerOfNewFiles } from './output/new-files.ts';

/**
 * Writes the files of a site in this thread and another one: those that are not pages, and pages that are rendered meanwhile. Astro would
 * write them too, but needs a request, a response and a look for the folder for each, which takes longer than making the text. Beside
 * the folder, it leaves where the parts about codes are: see `readPlaces`.
 */
export interface FilesInTwo {
  /** From here on, the other thread writes. */
  begin(share: Omit<FilesShare, 'shared'>): void;
  /** Writes a page, or something else that the pages' program has made. Throws the error of the file system. */
  write(file: string, content: string | Uint8Array): void;
  /** Writes what is left, until nothing is. Rejects with the error of the file system if a file can't be written. */
  finish(): Promise<void>;
  /** Ends the other thread. */
  abandon(): void;
}

/** Starts the other thread, where there are enough files. */
export function filesInTwo(source: FilesSource): FilesInTwo {
  const thread = startFilesThread(source);
  const begun = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let writeHere = async () => {};
  let write: FilesInTwo['write'] = () => {
    throw new Error('A page was written before anything had begun.');
  };
  return {
    begin(share) {
      thread?.begin({ ...share, shared: { begun, end: 'last' } });
      write = writerOfNewFiles(share.folder);
      writeHere = async () => {
        const places = await writeFilesOfSite({ ...source, ...share, shared: { begun, end: 'first' } });
        writePlaces(share.folder, 'first', places);
      };
    },
    write(file, content) {
      if (typeof content !== 'string' || !thread?.writePage([file, content])) write(file, content);
    },
    async finish() {
      thread?.endPages();
      await writeHere();
      await thread?.written();
    },
    abandon: () => thread?.abandon(),
  };
}
