import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { once } from '../../index.ts';
import { filesBelow } from '../files-below.ts';
import { TOOL } from '../tool.ts';
import { installedPackages } from './packages.ts';

/** The folders of ours that a site is made with: a compiled package has the sources for other commands alone. */
const FOLDERS = extname(import.meta.url) === '.js' ? ['lib', 'public'] : ['src', 'public'];

/** The key of this very Errorbook: see {@link keyOf}. Reading all files takes a while, and they stay the same while it runs. */
export const toolKey = once(() => keyOf(TOOL));

/**
 * A text that is another one whenever Errorbook could be compiled to another program, or write other files from the same registry with the
 * same options: the bytes of our own files, the versions of all packages, Node, and the system with its language and time zone.
 * `tool` is our own folder.
 */
export function keyOf(tool: string): string {
  const hash = createHash('sha256');
  const add = (...parts: unknown[]) => hash.update(`${JSON.stringify(parts)}\n`);
  add(process.version, process.platform, process.arch, process.env.NODE_ENV || 'production');
  add(Intl.DateTimeFormat().resolvedOptions());
  add(installedPackages(tool));
  for (const file of ['package.json', 'tsconfig.json', ...FOLDERS.flatMap((folder) => namesIn(tool, folder))]) {
    const bytes = readFileSync(join(tool, file));
    add(file, bytes.length);
    hash.update(bytes);
  }
  return hash.digest('hex');
}

function namesIn(tool: string, folder: string): string[] {
  const names = filesBelow(join(tool, folder)).filter((name) => !name.endsWith('.d.ts'));
  return names.map((name) => `${folder}/${name}`);
}
