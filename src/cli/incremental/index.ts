import { hash } from 'node:crypto';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { filesInTwo } from '../files-in-two.ts';
import { realOf } from '../output/real-path.ts';
import { growFor } from '../output/swap.ts';
import { bringProgram } from '../pages/programs.ts';
import { toolKey } from '../pages/tool-key.ts';
import { workFolder } from '../work-folder.ts';
import type { SiteSource } from '../write-site.ts';
import { keepNewest, removeAtOnce } from './bounds.ts';
import { attempted, outputFolder } from './cache.ts';
import { fingerprintOf } from './fingerprint.ts';
import { keptFiles } from './kept-files.ts';
import { readPlaces } from './places.ts';
import { rebuildSite } from './rebuild.ts';
import { type BuildRecord, readRecord, SPARE_RECORD, writeRecord } from './record.ts';
import { type States, statesIn, treeLister } from './states.ts';

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
  /** In a whole build, notes the files of its complete output, before it takes its place, and gives their paths, sorted. */
  noteFiles(folder: string): string[];
  /** Keeps what was noted, after a whole build that ended well. */
  keep(): void;
}

/** How many outputs are remembered. */
const MOST_OUTPUTS = 8;

/** Prepares a build that uses and fills the cache. */
export function incremental(job: Job): Incremental {
  const { registry, settings, place, out, cache, options, compiledGuides } = job;
  const key = hash('sha256', JSON.stringify([toolKey(), place, settings, registry.guideBodies, options]));
  const fingerprint = fingerprintOf(registry);
  const about = outputFolder(cache, out);
  const spare = join(about, 'spare');
  let noted: Noted | undefined;

  const remember = (written: Noted, hasSpare: boolean) =>
    attempted(() => {
      writeRecord(about, { key, fingerprint, compiledGuides, ...written }, hasSpare);
      keepNewest(join(cache, 'outputs'), MOST_OUTPUTS);
    });

  return {
    async rebuild() {
      const record = readRecord(about);
      const before = record?.key === key ? record : undefined;
      Object.assign(compiledGuides, before?.compiledGuides);
      // a thread needs half a second before it can begin, and where nothing changed, none is needed
      const isChanged = before && !isDeepStrictEqual(before.fingerprint, fingerprint);
      const started = isChanged ? filesInTwo(job) : undefined;
      const kept = keptFiles(out, before, fingerprint, registry);
      if (before && kept.isAll) return counted(before.files, kept.files);
      const inTwo = started ?? filesInTwo(job);
      const growing = growFor(out, workFolder());
      const { folder } = growing;
      let written: Noted;
      try {
        const parts = await bringProgram(growing.programs, cache);
        const folders = { folder, out, spare, spareStates: readRecord(about, SPARE_RECORD) };
        const states = await rebuildSite(job, parts, kept, folders, inTwo);
        written = { ...states, places: readPlaces(folder) };
      } catch {
        inTwo.abandon();
        growing.abandon();
        return undefined;
      }
      // one that shares nothing with the output would only fill the disk
      const hasSpare = kept.files.size > 0;
      await growing.finish({
        files: written.files.map(([file]) => file),
        spare: hasSpare ? spare : undefined,
        list: treeLister(realOf(out), before).list,
      });
      const places = Object.entries(before?.places ?? {}).filter(([file]) => kept.files.has(file));
      remember({ ...written, places: { ...Object.fromEntries(places), ...written.places } }, hasSpare);
      return counted(written.files, kept.files);
    },
    noteFiles(folder) {
      noted = { ...statesIn(folder, treeLister(folder)), places: readPlaces(folder) };
      return noted.files.map(([file]) => file);
    },
    keep() {
      removeAtOnce(about, 'spare');
      if (noted) remember(noted, false);
    },
  };
}

/** What is remembered of a folder with all files of an output. */
type Noted = Omit<BuildRecord, 'key' | 'fingerprint' | 'compiledGuides'>;

function counted(files: States, kept: ReadonlySet<string>): { pages: number; kept: number } {
  const pages = files.map(([file]) => file).filter((file) => file.endsWith('.html'));
  return { pages: pages.length, kept: pages.filter((file) => kept.has(file)).length };
}
