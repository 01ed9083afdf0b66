import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { counted, type Registry } from '../index.ts';
import type { Preview } from '../shared/preview.ts';
import type { SiteSettings } from '../shared/settings.ts';
import { filesBelow } from './files-below.ts';
import { filesInTwo } from './files-in-two.ts';
import type { PagesSource } from './handover.ts';
import { type Hosting, nextSteps, writeHosting } from './hosting.ts';
import { type Incremental, incremental } from './incremental/index.ts';
import { type Io, progress, UsageError } from './io.ts';
import { shownPath } from './options.ts';
import { makeFolder } from './output/real-path.ts';
import { growFor } from './output/swap.ts';
import { reasonOf, writeWhole } from './output/write-whole.ts';
import { bringProgram } from './pages/programs.ts';
import { writePart } from './shard/part.ts';
import { pagesOf, type Shard } from './shard/shard.ts';
import { calling } from './tool.ts';
import { workFolder } from './work-folder.ts';
import { writeSite } from './write-site.ts';

/** What a site is built from, and how. */
interface SiteBuild {
  folder: { path: string; shown: string };
  /** The registry of that folder, checked already. */
  registry: Registry;
  out: string;
  site: string | undefined;
  base: string;
  hosting: Hosting;
  /** What the team has configured. */
  settings: SiteSettings;
  /** What changed; undefined for a site that is no preview. */
  preview: Preview | undefined;
  /** Files by name that come into the output beside the site. */
  files?: Readonly<Record<string, string>>;
  /** The folder of what builds keep for later ones; undefined for a build that uses nothing of it and adds nothing. */
  cache: string | undefined;
  /** The part of the site that is built; undefined for all of it. */
  shard?: Shard | undefined;
}

/** Builds a site in the place of the previous one, and says how long it took, counted from `started`. */
export async function buildSite(build: SiteBuild, io: Io, started: number): Promise<void> {
  const { registry, out, site, base, hosting, settings, preview, shard, files = {}, cache } = build;
  const complete = async (output: string, kept: ReadonlySet<string> = new Set()) => {
    // it shows our name
    if (settings.name !== undefined || settings.socialImage) await rm(join(output, 'social.png'), { force: true });
    for (const [name, text] of Object.entries(files)) await writeWhole(join(output, name), text);
    // the hosts' own files name all files of a site
    await writeHosting(shard ? { ...hosting, hosts: [] } : hosting, registry, output, kept);
    if (shard) await writePart(shard, build, output);
  };
  const done = progress(io, 'Building');
  let built: { pages: number; kept: number };
  try {
    const place = { base, address: site };
    const source = { registry, settings, place, preview, compiledGuides: {} };
    const job = { ...source, out, options: hosting, complete };
    // a preview shows what changed, and a part is put together elsewhere
    const isSecond = cache !== undefined && preview === undefined && shard === undefined;
    const cached = isSecond ? incremental({ ...job, cache }) : undefined;
    built = (await cached?.rebuild()) ?? { pages: await buildWhole(build, source, complete, cached), kept: 0 };
  } catch (error) {
    throw refusedBySystem(error, shownPath(out, io)) ?? error;
  } finally {
    done();
  }
  const kept = built.kept > 0 ? `, ${built.kept.toLocaleString('en')} of them kept,` : '';
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  io.out(`Built ${counted(built.pages, 'page')}${kept} into ${shownPath(out, io)} in ${seconds} s.`);
  if (shard)
    io.out(`It is part ${shard.part} of ${shard.of}: \`${calling('merge')}\` combines all parts into one site.`);
  if (!site) io.out('Without --site, the site has no canonical addresses, no link previews in chats and no sitemap.');
  if (!shard) for (const step of nextSteps(hosting, out)) io.out(step);
}

/** What the system refused, such as more space, as one sentence; undefined for any other error. */
function refusedBySystem(error: unknown, out: string): UsageError | undefined {
  if (!(error instanceof Error)) return undefined;
  // the bundler says it among other things
  const reason = 'syscall' in error ? reasonOf(error) : /^ *(.+) \(os error \d+\)$/m.exec(error.message)?.[1];
  return reason === undefined
    ? undefined
    : new UsageError(`The site couldn't be built (${reason}); the output ${out} was left unchanged.`);
}

/** Builds everything; gives the number of pages. */
async function buildWhole(
  { out, shard, cache }: SiteBuild,
  source: PagesSource,
  complete: (output: string) => Promise<void>,
  cached: Incremental | undefined,
): Promise<number> {
  const { folder, programs, finish } = growFor(out, workFolder());
  makeFolder(folder);
  const files = filesInTwo(source);
  files.begin({ folder, shard });
  const parts = await bringProgram(programs, cache);
  await writeSite(source, parts, folder, pagesOf(shard), files);
  await complete(folder);
  const written = cached?.noteFiles(folder) ?? filesBelow(folder);
  await finish({ files: written });
  cached?.keep();
  return written.filter((file) => file.endsWith('.html')).length;
}
