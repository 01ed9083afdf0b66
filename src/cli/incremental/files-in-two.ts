import { type FilesSource, startFilesThread, writeFilesOfSite } from '../files-of-site.ts';
import { type EarlierOutput, writePlaces } from './places.ts';

/** Writes the files of a site that are not pages, in this thread and another one. */
export interface FilesInTwo {
  /** From here on, the other thread writes into a folder what is not in `without`, with what is the same in the previous output. */
  begin(folder: string, without: ReadonlySet<string>, before: EarlierOutput): void;
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
    begin(folder, without, before) {
      const share = { folder, without, before };
      thread?.write({ ...share, shared: { begun, end: 'last' } });
      writeHere = async () => {
        const places = await writeFilesOfSite({ ...source, ...share, shared: { begun, end: 'first' } });
        writePlaces(folder, 'first', places);
      };
    },
    async finish() {
      await writeHere();
      await thread?.written();
    },
    abandon: () => thread?.abandon(),
  };
}
