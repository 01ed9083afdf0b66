import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Registry } from '../../index.ts';
import type { Preview } from '../../shared/preview.ts';
import type { SiteSettings } from '../../shared/settings.ts';
import type { SitePlace } from '../files-of-site.ts';
import { type Parts, partsIn } from './parts.ts';

/** What the program that renders the pages is compiled from, besides our own files and packages. */
export interface ProgramSource {
  place: SitePlace;
  settings: SiteSettings;
  /** Guides are compiled into the program; the rest of the registry is not in it. */
  registry: Pick<Registry, 'guideBodies'>;
  /** What changed; undefined for a site that is no preview. */
  preview: Preview | undefined;
}

/** Compiles a program into a folder, for a large site in a process of its own. Rejects with what is wrong in one of the files. */
export async function compileProgram(source: ProgramSource, folder: string, isLarge: boolean): Promise<Parts> {
  mkdirSync(folder, { recursive: true });
  await (isLarge ? compileInChild(source, folder) : compileHere(source, folder));
  return partsIn(folder);
}

/** Compiles a program in this process, with Astro. */
export async function compileHere(
  { place, settings, registry: { guideBodies }, preview }: ProgramSource,
  folder: string,
): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // Astro and what belongs to it take half a second to load
  const [astro, { siteConfig }] = await Promise.all([import('astro'), import('../config.ts')]);
  const config = siteConfig({
    site: place.address,
    base: place.base,
    settings: { read: async () => settings, files: [] },
    preview,
    program: { folder, guideBodies },
  });
  await astro.build({ ...config, configFile: false, logLevel: 'warn' });
}

/** With these, the bundler takes 400 MB instead of 550, in the same time: little room for new objects, and free memory goes back to the system. */
const LESS_MEMORY = {
  node: ['--max-semi-space-size=4'],
  env: { MALLOC_ARENA_MAX: '1', MIMALLOC_PURGE_DELAY: '0' },
};

/** The same in a process of its own, because the bundler gives nothing back before its process ends. */
async function compileInChild(
  { place, settings, registry: { guideBodies }, preview }: ProgramSource,
  folder: string,
): Promise<void> {
  const module = new URL(`compile-process${extname(import.meta.url)}`, import.meta.url);
  const child = fork(fileURLToPath(module), {
    serialization: 'advanced',
    execArgv: LESS_MEMORY.node,
    env: { ...LESS_MEMORY.env, ...process.env },
  });
  let failure: unknown;
  child.on('message', (error) => {
    failure = error;
  });
  const source: ProgramSource = { place, settings, registry: { guideBodies }, preview };
  child.send([source, folder]);
  const [status, signal] = await once(child, 'exit');
  if (failure !== undefined) throw failure;
  if (status !== 0) throw new Error(`The process that compiles the pages has ended with ${status ?? signal}.`);
}
