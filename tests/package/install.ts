import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../helpers/fixture.ts';
import { present } from '../helpers/present.ts';

/** What `npm pack` made. */
export interface Packed {
  file: string;
  /** Bytes of the file, and of what is in it. */
  size: number;
  unpackedSize: number;
  paths: string[];
}

/** Packs the project as for a release: compiled first, without a network. */
export function pack(folder: string): Packed {
  const npm = ['pack', '--ignore-scripts=false', '--json', '--pack-destination', folder];
  const printed = execFileSync('npm', npm, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  type Entry = { filename: string; size: number; unpackedSize: number; files: { path: string }[] };
  const answer: Entry[] | Record<string, Entry> = JSON.parse(printed);
  const { filename, size, unpackedSize, files } = present(Object.values(answer)[0]);
  return { file: join(folder, filename), size, unpackedSize, paths: files.map(({ path }) => path) };
}

/**
 * Installs a packed file as npm would, but without a network: unpacked into `node_modules/errorbook`, a folder and no
 * link, because Node follows links; its dependencies are links to those of this project, without what only tests need.
 */
export function install({ file }: Packed, project: string): string {
  const modules = join(project, 'node_modules');
  const tool = join(modules, 'errorbook');
  mkdirSync(tool, { recursive: true });
  execFileSync('tar', ['-xzf', file, '-C', tool, '--strip-components=1']);
  for (const path of installed()) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    symlinkSync(join(ROOT, path), join(project, path), 'junction');
  }
  return tool;
}

/** The packages of the lock file that a user gets, and that are there on this platform. */
function installed(): string[] {
  const lock: { packages: Record<string, { dev?: boolean; link?: boolean }> } = JSON.parse(
    readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
  );
  const top = Object.entries(lock.packages).filter(
    ([path, { dev, link }]) => !dev && !link && /^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path),
  );
  return top.map(([path]) => path).filter((path) => statSync(join(ROOT, path), { throwIfNoEntry: false }));
}

/** Every file below a folder with what would show that it was written: its size and when. */
export function stateOf(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.sort().map((path) => `${path} ${statSync(path).size} ${statSync(path).mtimeMs}`);
}
