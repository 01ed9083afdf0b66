import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { removeIfPossible, removeLeftovers, temporaryName } from './output/leftovers.ts';
import { infoOf, realOf } from './output/real-path.ts';
import { installationOf, ownDependencies, TOOL } from './tool.ts';

const TEMPORARY = 'errorbook-work-';

/**
 * The folder in which Astro and Vite work: what they cache and generate is there, and they resolve packages from it. In
 * a clone, that is the clone. The folder of an installed package stays as it is: then they work in `.cache/errorbook`
 * beside the packages or, where that can't be written, in a temporary folder that is gone when the process ends.
 * Links in it lead to the packages that Errorbook depends on, because others may have installed other versions above.
 */
export function workFolder(): string {
  const installation = installationOf(TOOL);
  if (installation === undefined) return TOOL;
  const beside = join(installation, '.cache', 'errorbook');
  try {
    prepare(beside);
    return beside;
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  }
  removeLeftovers(tmpdir(), TEMPORARY);
  const temporary = join(realOf(tmpdir()), temporaryName(TEMPORARY));
  mkdirSync(temporary, { mode: 0o700 });
  process.once('exit', () => removeIfPossible(temporary));
  prepare(temporary);
  return temporary;
}

/** Writes the manifest by which Astro finds its integrations, and links the packages; throws the error of the file system. */
function prepare(folder: string): void {
  const dependencies = ownDependencies();
  mkdirSync(join(folder, '.astro'), { recursive: true });
  replace(join(folder, 'package.json'), (path) =>
    writeFileSync(path, `${JSON.stringify({ private: true, type: 'module', dependencies })}\n`),
  );
  for (const name of Object.keys(dependencies)) link(packageFolder(name), join(folder, 'node_modules', name));
}

/** Where an installed package is: the first folder in which Node would look for it and finds it. */
function packageFolder(name: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const found = folders.map((folder) => join(folder, name)).find((folder) => infoOf(folder)?.isDirectory());
  if (found === undefined) throw new Error(`The package ${name}, on which errorbook depends, is not installed.`);
  return realOf(found);
}

function link(target: string, path: string): void {
  const isLinked = () => infoOf(path) !== undefined && realOf(path) === target;
  if (isLinked()) return;
  mkdirSync(dirname(path), { recursive: true });
  removeIfPossible(path);
  try {
    // on Windows, a junction needs no permission
    replace(path, (at) => symlinkSync(target, at, 'junction'));
  } catch (error) {
    // another process may have been first
    if (!isLinked()) throw error;
  }
}

/** Puts something new in the place of a file or link at once: other processes may read it. */
function replace(path: string, write: (path: string) => void): void {
  const fresh = join(dirname(path), temporaryName('.errorbook-half-'));
  write(fresh);
  try {
    renameSync(fresh, path);
  } finally {
    removeIfPossible(fresh);
  }
}
