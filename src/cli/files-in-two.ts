import { type FilesShare, type FilesSource, startFilesThread, writeFilesOfSite } from './files-of-site.ts';
import { writePlaces } from './incremental/places.ts';

/**
 * Writes the files of a site that are not pages, in this thread and another one. Astro would write them too, but needs a request, a
 * response and a look for the folder for each, which takes longer than making the text. Beside the folder, it leaves where the
 * parts about codes are: see `readPlaces`.
 */
export interface FilesInTwo {
  /** From here on, the other thread writes. */
  begin(share: Omit<FilesShare, 'shared'>): void;
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
  return {
    begin(share) {
      thread?.write({ ...share, shared: { begun, end: 'last' } });
      writeHere = async () => {
        const places = await writeFilesOfSite({ ...source, ...share, shared: { begun, end: 'first' } });
        writePlaces(share.folder, 'first', places);
      };
    },
    async finish() {
      await writeHere();
      await thread?.written();
    },
    abandon: () => thread?.abandon(),
  };
}
