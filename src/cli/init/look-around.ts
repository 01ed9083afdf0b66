import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import {
  atRoot,
  type CiHost,
  editedManifest,
  MANAGERS,
  type ManagerName,
  namedManager,
  namesErrorbook,
  type Project,
  registryFolder,
} from '../../init/index.ts';
import { entriesOf } from '../files-below.ts';
import { gitAnswer } from '../git/run.ts';
import { UsageError } from '../io.ts';
import { infoOf } from '../output/real-path.ts';
import { TOOL } from '../tool.ts';
import { hooksOf } from './hooks-of.ts';

const MANIFEST = join(TOOL, 'package.json');

/** What there is in a folder and its repository. Throws a {@link UsageError} for files that can't be extended. */
export async function lookAround(folder: string): Promise<Project> {
  const read = (path: string) => textOf(join(folder, path), path);
  const { version }: { version: string } = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  const manifest = read('package.json');
  if (manifest !== undefined && !editedManifest(manifest, version)) {
    throw new UsageError('package.json is not a valid JSON object with scripts and dependencies; fix it first.');
  }
  const contracts = registryFolder(read);
  const below = await folderInRepository(folder);
  const packages = packagesOf(folder, below ?? '', manifest);
  const ignored = await ignoredIn(folder);
  return {
    version,
    below: below ?? '',
    ...packages,
    isInstalled: manifest !== undefined && namesErrorbook(manifest) && isInPackages(folder, below ?? ''),
    contracts,
    apis: apisIn(join(folder, contracts), contracts),
    hooks: below === undefined ? undefined : await hooksOf(folder, below),
    read,
    isIgnored: (line) => ignored.has(line),
  };
}

/** A file's text; undefined for none. Throws a {@link UsageError} for a file that isn't text, because it would be damaged. */
function textOf(file: string, shown: string): string | undefined {
  const info = infoOf(file);
  if (!info) return undefined;
  if (!info.isFile()) throw new UsageError(`${shown} is not a file; move it, or run init in another folder.`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`${shown} is not text in UTF-8; convert it first.`);
  }
}

/** The folder, from the root of its repository; undefined outside of one. */
async function folderInRepository(folder: string): Promise<string | undefined> {
  const prefix = await answer(folder, ['rev-parse', '--show-prefix']);
  return prefix?.replace(/\/$/, '');
}

/** What git says; undefined without git too. */
async function answer(folder: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return await gitAnswer(folder, args);
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}

/** The package manager of a folder: that of its manifest, or of the nearest lock file, up to the root of the repository. */
function packagesOf(
  folder: string,
  below: string,
  manifest: string | undefined,
): { manager: ManagerName; hasOwnPackages: boolean } {
  const named = manifest === undefined ? undefined : namedManager(manifest);
  const names = Object.keys(MANAGERS).filter((name): name is ManagerName => Object.hasOwn(MANAGERS, name));
  for (const at of foldersUp(folder, below)) {
    const found = names.find((name) => MANAGERS[name].locks.some((lock) => infoOf(join(at, lock))));
    if (found) return { manager: found, hasOwnPackages: at === folder };
  }
  return { manager: names.find((name) => name === named) ?? 'npm', hasOwnPackages: true };
}

/** True if the packages have errorbook, where a program of this folder finds them. */
function isInPackages(folder: string, below: string): boolean {
  return foldersUp(folder, below).some((at) => infoOf(join(at, 'node_modules/errorbook/package.json')));
}

/** A folder and those above it, up to the root of its repository. */
function foldersUp(folder: string, below: string): string[] {
  const folders = [folder];
  for (let depth = below === '' ? 0 : below.split('/').length; depth > 0; depth--) {
    folders.push(dirname(folders.at(-1) ?? folder));
  }
  return folders;
}

/** The APIs of a registry, by their folders. */
function apisIn(contracts: string, shown: string): Project['apis'] {
  const info = infoOf(contracts);
  if (!info) return [];
  if (!info.isDirectory()) throw new UsageError(`${shown} is not a folder; move it, or run init in another folder.`);
  const folders = entriesOf(contracts).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  return folders.map(({ name }) => ({ id: name, title: titleIn(join(contracts, name)) }));
}

function titleIn(folder: string): string | undefined {
  const file = ['api.yaml', 'api.yml', 'api.json'].map((name) => join(folder, name)).find((it) => infoOf(it)?.isFile());
  if (file === undefined) return undefined;
  try {
    const { title }: { title?: unknown } = Object(parse(readFileSync(file, 'utf8'), { logLevel: 'silent' }));
    return typeof title === 'string' ? title : undefined;
  } catch {
    // `check` says what is wrong with it
    return undefined;
  }
}

/** Lines of a `.gitignore`, each with a path that it ignores. */
const SAMPLES: Readonly<Record<string, string>> = {
  'node_modules/': 'node_modules/',
  'dist/': 'dist/',
  'errors-site/': 'errors-site/',
  '.errorbook-*': '.errorbook-half',
};

async function ignoredIn(folder: string): Promise<ReadonlySet<string>> {
  const found = await answer(folder, ['check-ignore', '--', ...Object.values(SAMPLES)]);
  const paths = new Set(found?.split(/\r?\n/));
  return new Set(Object.keys(SAMPLES).filter((line) => paths.has(SAMPLES[line] ?? '')));
}

/** Where a repository is hosted, by its files and its remote. */
export async function usualCi(folder: string, project: Project): Promise<CiHost> {
  const isThere = (path: string) => statSync(resolve(folder, atRoot(project, path)), { throwIfNoEntry: false });
  if (isThere('.gitlab-ci.yml')) return 'gitlab';
  if (isThere('.github')) return 'github';
  const remote = await answer(folder, ['remote', 'get-url', 'origin']);
  const hosts: readonly CiHost[] = ['github', 'gitlab'];
  return hosts.find((host) => remote?.includes(host)) ?? 'none';
}
