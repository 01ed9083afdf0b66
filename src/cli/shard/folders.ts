import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesBelow } from '../files-below.ts';
import { UsageError } from '../io.ts';
import { differencesFrom, isLitter, listedIn, MARK, PART_FILE, shownFiles } from '../output/contents.ts';
import { infoOf } from '../output/real-path.ts';
import { toolVersion } from '../tool.ts';
import { type Part, partIn } from './part.ts';

/** A folder that `build --shard` wrote. */
export interface PartFolder {
  path: string;
  /** How messages name it. */
  shown: string;
  /** Its files, as sorted paths, without those that say what the folder is. */
  files: string[];
  /** Undefined for a whole site, which is the only part of itself. */
  part: Part | undefined;
}

/** Reads a folder and holds it against its mark. Throws a {@link UsageError} for one that is not as a build left it. */
export function readFolder(path: string, shown: string): PartFolder {
  if (!infoOf(path)?.isDirectory())
    throw new UsageError(`There is no folder ${shown}; name the folders that \`build --shard\` wrote.`);
  const all = readdirSync(path, { recursive: true, withFileTypes: true });
  const special = all.find((entry) => !entry.isFile() && !entry.isDirectory());
  if (special)
    throw new UsageError(
      `${relative(path, join(special.parentPath, special.name))} in ${shown} is a link or not a regular file; build that part again.`,
    );
  const there = filesBelow(path).filter((file) => !isLitter(file));
  const listed = there.includes(MARK) ? listedIn(readFileSync(join(path, MARK), 'utf8')) : undefined;
  if (!listed || listed.length === 0)
    throw new UsageError(`The folder ${shown} is not a part of a site; name the folders that \`build --shard\` wrote.`);
  const { foreign, missing } = differencesFrom(listed, there);
  if (foreign.length > 0)
    throw new UsageError(
      `The folder ${shown} contains files that no build wrote: ${shownFiles(foreign)}; move them, or build that part again.`,
    );
  if (missing.length > 0)
    throw new UsageError(
      `The folder ${shown} is not complete: ${shownFiles(missing)} of its build is missing; build that part again.`,
    );
  const isPart = there.includes(PART_FILE);
  const part = isPart ? partIn(readFileSync(join(path, PART_FILE), 'utf8')) : undefined;
  if (isPart && !part)
    throw new UsageError(
      `${PART_FILE} in ${shown} can't be read by this version; merge with the version that built it.`,
    );
  return { path, shown, files: listed.filter((file) => file !== PART_FILE), part };
}

/** What must be the same in all parts, in words. */
const SAME: Readonly<Record<keyof Part['build'], string>> = {
  version: 'the version of Errorbook',
  node: 'the version of Node',
  registry: 'the registry',
  settings: 'the configuration',
  site: '`--site`',
  base: '`--base`',
  hosts: '`--host`',
  precompressed: '`--precompress`',
};

/** Throws a {@link UsageError} unless the folders are all parts of one build, each once. */
export function refuseIncomplete(folders: readonly PartFolder[]): void {
  const [first, ...others] = folders;
  if (!first || (others.length === 0 && !first.part)) return;
  const parts = folders.map((folder) => ({ shown: folder.shown, ...partOf(folder) }));
  for (const part of parts.slice(1)) refuseOther(parts[0]!, part);
  const { of, build } = parts[0]!;
  if (build.version !== toolVersion())
    throw new UsageError(
      `The parts were built by Errorbook ${build.version}, and this is ${toolVersion()}; merge with the version that built them.`,
    );
  const byNumber = Map.groupBy(parts, ({ part }) => part);
  for (const [number, [one, other]] of byNumber)
    if (one && other)
      throw new UsageError(
        `${one.shown} and ${other.shown} are both part ${number} of ${of}; name each part once, or build the right one again.`,
      );
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((number) => !byNumber.has(number));
  if (missing.length > 0)
    throw new UsageError(
      `${missing.length === 1 ? 'Part' : 'Parts'} ${shownFiles(missing.map(String))} of ${of} ${missing.length === 1 ? 'is' : 'are'} missing; name the folders of all parts.`,
    );
}

function partOf({ part, shown }: PartFolder): Part {
  if (part) return part;
  throw new UsageError(`The folder ${shown} is a whole site; name the folders that \`build --shard\` wrote.`);
}

function refuseOther(one: Part & { shown: string }, other: Part & { shown: string }): void {
  const differs = Object.entries(SAME).find(([name]) => factOf(one.build, name) !== factOf(other.build, name))?.[1];
  const what = one.of === other.of ? differs : 'the number of parts';
  if (what !== undefined)
    throw new UsageError(
      `${one.shown} and ${other.shown} are parts of different builds, because ${what} differs; build all parts again from the same files, with the same options.`,
    );
}

function factOf(build: object, name: string): string {
  return JSON.stringify(Object.entries(build).find(([key]) => key === name));
}
