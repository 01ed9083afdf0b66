import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The packages that a manifest names, and its own version. */
interface Manifest {
  version?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/**
 * Every installed package that the one in a folder depends on, directly or through others, and the package itself: real
 * folder and version, sorted. A package that isn't installed, such as a program for another system, is left out.
 */
export function installedPackages(folder: string): string[] {
  const found = new Map<string, string>();
  const open = [folder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const read = manifestIn(next);
    if (!read || found.has(read.folder)) continue;
    const { version = '', dependencies, optionalDependencies, peerDependencies } = read.manifest;
    found.set(read.folder, version);
    const places = nodeModulesAbove(read.folder);
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const there = places.map((place) => join(place, name)).find((it) => manifestIn(it) !== undefined);
      if (there !== undefined) open.push(there);
    }
  }
  return [...found].map(([at, version]) => `${at} ${version}`).sort();
}

function manifestIn(folder: string): { folder: string; manifest: Manifest } | undefined {
  try {
    const real = realpathSync.native(folder);
    return { folder: real, manifest: JSON.parse(readFileSync(join(real, 'package.json'), 'utf8')) };
  } catch {
    return undefined;
  }
}

/** The folders in which Node looks for the packages of a module, the nearest first. */
function nodeModulesAbove(folder: string): string[] {
  const above = dirname(folder) === folder ? [] : nodeModulesAbove(dirname(folder));
  return basename(folder) === 'node_modules' ? above : [join(folder, 'node_modules'), ...above];
}
