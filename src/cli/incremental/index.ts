import { join } from 'node:path';
import { growFor } from '../output/swap.ts';
import type { Parts } from '../pages/parts.ts';
import { workFolder } from '../work-folder.ts';
import { keepNewest, removeAtOnce } from './bounds.ts';
import { attempted, outputFolder } from './cache.ts';
import { fingerprintOf } from './fingerprint.ts';
import { keptFiles } from './kept-files.ts';
import { programKey } from './program-key.ts';
import { copyProgram, takeProgram } from './programs.ts';
import { rebuildSite, type SiteSource } from './rebuild.ts';
import { type FileStates, readRecord, statesIn, writeRecord } from './record.ts';

/** What is built, and where. */
interface Job extends SiteSource {
  out: string;
  /** The folder of what builds keep: see `cacheFolder`. */
  cache: string;
  /** The options that add files of their own to an output, as plain data. */
  options: unknown;
}

/** What a build takes from those before it, and leaves for those after it. */
export interface Incremental {
  /**
   * Builds with what earlier builds have kept. Gives the number of pages, and of those among them that are the same as before.
   * Undefined, with the output as it was, if too little is kept or anything goes wrong: then a whole build is due.
   */
  rebuild(): Promise<{ pages: number; kept: number } | undefined>;
  /** In a whole build, copies its program, before any page is rendered. */
  copyProgram(parts: Parts): void;
  /** In a whole build, notes the files of its complete output, before it takes its place. */
  noteFiles(folder: string): void;
  /** Keeps what was copied and noted, after a whole build that ended well. */
  keep(): void;
}

/** How many outputs are remembered. */
const MOST_OUTPUTS = 8;

/** Prepares a build that uses and fills the cache. */
export function incremental(job: Job): Incremental {
  const { registry, out, cache, options } = job;
  const program = programKey(job);
  const key = JSON.stringify([program, options]);
  const fingerprint = fingerprintOf(registry);
  const about = outputFolder(cache, out);
  const spare = join(about, 'spare');
  let keepProgram: (() => void) | undefined;
  let noted: FileStates | undefined;

  const remember = (files: FileStates) =>
    attempted(() => {
      writeRecord(about, { key, fingerprint, files });
      keepNewest(join(cache, 'outputs'), MOST_OUTPUTS);
    });

  return {
    async rebuild() {
      const record = readRecord(about);
      const kept = keptFiles(out, record?.key === key ? record : undefined, fingerprint, registry);
      if (record && kept.isAll) return counted(record.files, kept.files);
      const growing = growFor(out, workFolder());
      const { folder } = growing;
      let files: FileStates;
      try {
        const parts = takeProgram(cache, program, growing.programs);
        await rebuildSite(job, parts, kept, { folder, out, spare });
        files = statesIn(folder);
      } catch {
        growing.abandon();
        return undefined;
      }
      // one that shares nothing with the output would only fill the disk
      await growing.finish({ files: files.map(([file]) => file), spare: kept.files.size > 0 ? spare : undefined });
      remember(files);
      return counted(files, kept.files);
    },
    copyProgram(parts) {
      keepProgram = attempted(() => copyProgram(cache, program, parts));
    },
    noteFiles(folder) {
      noted = statesIn(folder);
    },
    keep() {
      attempted(() => keepProgram?.());
      removeAtOnce(about, 'spare');
      if (noted) remember(noted);
    },
  };
}

function counted(files: FileStates, kept: ReadonlySet<string>): { pages: number; kept: number } {
  const pages = files.map(([file]) => file).filter((file) => file.endsWith('.html'));
  return { pages: pages.length, kept: pages.filter((file) => kept.has(file)).length };
}
