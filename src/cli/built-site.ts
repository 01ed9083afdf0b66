import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from './io.ts';
import { differencesFrom, isLitter, listedIn, MARK, PART_FILE, shownFiles } from './output/contents.ts';
import { type Limits, plainFiles } from './site-files.ts';

/** What may be beside the files of a build: how the site is served, and what other programs ask for (RFC 8615). */
const BESIDE = /^(?:CNAME|\.nojekyll|\.well-known\/.+)$/;

/** A folder that a build wrote: its files as sorted paths, and whether it is a preview. */
interface BuiltSite {
  files: string[];
  isPreview: boolean;
}

/**
 * The files of a built site. Its mark must be there and list them all: a folder that no build wrote is refused, and so is one with other
 * files, such as `.env`, or without some of its own. Throws a {@link UsageError} that names them.
 */
export async function builtSite(folder: string, limits: Limits): Promise<BuiltSite> {
  const listed = await listedFiles(folder);
  if (listed.includes(PART_FILE))
    throw new UsageError(
      `The folder ${folder} has only a part of a site. Nothing was pushed; combine all parts with \`merge\`, and publish the result.`,
    );
  const found = (await plainFiles(folder, limits)).filter((file) => !isLitter(file));
  const { foreign: others, missing } = differencesFrom(listed, found);
  const foreign = others.filter((file) => !BESIDE.test(file));
  if (foreign.length > 0)
    throw new UsageError(
      `The folder ${folder} contains files that no build wrote: ${shownFiles(foreign)}. Nothing was pushed; remove them, or build again.`,
    );
  if (missing.length > 0)
    throw new UsageError(
      `The folder ${folder} is not complete: ${shownFiles(missing)} of its build is missing. Nothing was pushed; build again.`,
    );
  return { files: found, isPreview: ['report.md', 'preview/index.html'].every((file) => found.includes(file)) };
}

async function listedFiles(folder: string): Promise<string[]> {
  if (!(await isFolder(folder)))
    throw new UsageError(`The folder ${folder} doesn't exist; name the folder of a built site with --dir DIR.`);
  const listed = listedIn(await readFile(join(folder, MARK), 'utf8').catch(() => ''));
  if (listed && listed.length > 0) return listed;
  throw new UsageError(
    `The folder ${folder} ${listed ? 'was built by an earlier version of Errorbook' : `was not built by Errorbook: it has no file ${MARK} that lists its files`}. Nothing was pushed; build the site first, or name its folder with --dir DIR.`,
  );
}

async function isFolder(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isDirectory() === true;
}
