import { type FilesSource, startFilesThread, writeFilesOfSite } from '../files-of-site.ts';

/** Writes the files of a site that are not pages, in this thread and another one. */
export interface FilesInTwo {
  /** From here on, the other thread writes into a folder what is not in `without`. */
  begin(folder: string, without: ReadonlySet<string>): void;
  /** Writes what is left, until nothing is. Rejects with the error of the file system if a file can't be written. */
  finish(): Promise<void>;
  /** Ends the other thread. */
  abandon(): void;
}

/** Starts the other thread, where there are enough files. */
export function filesInTwo(source: FilesSource): FilesInTwo {
  const thread = startFilesThread(source);
  const begun = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let write = async () => {};
  return {
    begin(folder, without) {
      // the largest files are the first: so late, this thread still shares in the work
      thread?.write({ folder, without, shared: { begun, end: 'last' } });
      write = () => writeFilesOfSite({ ...source, folder, without, shared: { begun, end: 'first' } });
    },
    async finish() {
      await write();
      await thread?.written();
    },
    abandon: () => thread?.abandon(),
  };
}
