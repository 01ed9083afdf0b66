import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { counted, type Registry } from '../index.ts';
import type { Preview } from '../shared/preview.ts';
import type { SiteSettings } from '../shared/settings.ts';
import { type Hosting, nextSteps, writeHosting } from './hosting.ts';
import { type Io, progress } from './io.ts';
import { shownPath } from './options.ts';
import { writeWhole } from './output/write-whole.ts';
import { writePart } from './shard/part.ts';
import type { Shard } from './shard/shard.ts';
import { calling } from './tool.ts';

/** What a site is built from, and how. */
interface SiteBuild {
  folder: { path: string; shown: string };
  /** The registry of that folder, checked already. */
  registry: Registry;
  out: string;
  site: string | undefined;
  base: string;
  hosting: Hosting;
  strict: boolean;
  /** What the team has configured. */
  settings: SiteSettings;
  /** What changed; undefined for a site that is no preview. */
  preview: Preview | undefined;
  /** Files by name that come into the output beside the site. */
  files?: Readonly<Record<string, string>>;
  /** The part of the site that is built; undefined for all of it. */
  shard?: Shard | undefined;
}

/** Builds a site in the place of the previous one, and says how long it took, counted from `started`. */
export async function buildSite(build: SiteBuild, io: Io, started: number): Promise<void> {
  const { folder, out, hosting, settings, shard, files = {}, ...rest } = build;
  const complete = async (output: string) => {
    // it shows our name
    if (settings.name !== undefined || settings.socialImage) await rm(join(output, 'social.png'), { force: true });
    for (const [name, text] of Object.entries(files)) await writeWhole(join(output, name), text);
    // the hosts' own files name all files of a site
    await writeHosting(shard ? { ...hosting, hosts: [] } : hosting, build.registry, output);
    if (shard) await writePart(shard, build, output);
  };
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // other commands do without these packages
  const [astro, { siteConfig }] = await Promise.all([import('astro'), import('./config.ts')]);
  const done = progress(io, 'Building');
  try {
    const config = siteConfig({
      contracts: folder.path,
      shown: folder.shown,
      out,
      complete,
      settings: { read: async () => settings, files: [] },
      shard,
      ...rest,
    });
    await astro.build({ ...config, configFile: false, logLevel: 'warn' });
  } finally {
    done();
  }
  const pages = (await readdir(out, { recursive: true })).filter((file) => file.endsWith('.html')).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  io.out(`Built ${counted(pages, 'page')} into ${shownPath(out, io)} in ${seconds} s.`);
  if (shard) io.out(`It is part ${shard.part} of ${shard.of}: \`${calling('merge')}\` makes one site of all parts.`);
  if (!build.site)
    io.out('Without --site, the site has no canonical addresses, no link previews in chats and no sitemap.');
  if (!shard) for (const step of nextSteps(hosting, out)) io.out(step);
}
