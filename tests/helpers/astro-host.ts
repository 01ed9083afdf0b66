import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, installed, type Packed } from '../package/install.ts';
import { type Ended, node, ROOT, type Running } from './command.ts';
import { GROWN, SMALL } from './registry.ts';

/** The sites of made-up teams into which our pages come. */
export type HostName = 'plain' | 'starlight';

/** Packages with components: Astro compiles them only below the folder of the project. */
const WITH_COMPONENTS = ['@astrojs/starlight', 'astro-expressive-code'];

/** Makes a project with the packed file installed, its packages as links, and three APIs in its registry. */
export function makeHost(name: HostName, folder: string, packed: Packed): void {
  cpSync(fileURLToPath(new URL(`../browser/fixtures/hosts/${name}`, import.meta.url)), folder, { recursive: true });
  for (const contracts of [GROWN, SMALL]) cpSync(contracts, join(folder, 'contracts'), { recursive: true });
  install(packed, folder);
  for (const path of installed(true)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const isCopied = WITH_COMPONENTS.some((it) => path.endsWith(`node_modules/${it}`));
    if (isCopied) cpSync(join(ROOT, path), join(folder, path), { recursive: true, dereference: true });
    else symlinkSync(join(ROOT, path), join(folder, path), 'junction');
  }
}

/** The same site without our pages and components, in a folder beside it. */
export function withoutUs(folder: string): string {
  const copy = `${folder}-without`;
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, {
    recursive: true,
    filter: (path) => !/node_modules$|codes\.mdx$|[\\/](?:contracts|dist)$/.test(path),
  });
  symlinkSync(join(folder, 'node_modules'), join(copy, 'node_modules'), 'junction');
  rmSync(join(copy, '.astro'), { recursive: true, force: true });
  return copy;
}

/** Runs Astro's own command line in the project. */
export function astro(folder: string, ...args: string[]): Running {
  return node([join(ROOT, 'node_modules/astro/bin/astro.mjs'), ...args], folder);
}

/** Builds the project; throws what Astro said where that fails. */
export async function buildHost(folder: string): Promise<string> {
  const { status, out, err }: Ended = await astro(folder, 'build').ended;
  if (status !== 0) throw new Error(`${out}\n${err}`);
  return join(folder, 'dist');
}
