import { UsageError } from '../io.ts';
import { isKeptName, listedIn, MARK, shownFiles } from '../output/contents.ts';
import { type Entry, type Target, type Top, topOf, treeOf } from './branch.ts';
import { gitText } from './run.ts';
import { PREVIEW, shownTarget } from './target.ts';

/** The file in which GitHub Pages keeps a domain. */
const DOMAIN = 'CNAME';
/** Tells GitHub Pages to serve the files as they are. */
export const AS_IT_IS = '.nojekyll';

/**
 * Looks at a branch before it changes: everything in it must come from a publication. Previews, the domain and hidden files that no build
 * listed are kept. Throws a {@link UsageError} that names what else is there; a branch without anything has nothing to lose.
 */
export async function publishedIn(target: Target, top: Top): Promise<ReadonlySet<string>> {
  const { repository } = target;
  const listed = await listedAt(repository, top.get(MARK));
  const previews = [...top].filter(([name]) => PREVIEW.test(name));
  const unmarked: string[] = [];
  for (const [name, entry] of previews) if (!(await isBuilt(repository, entry))) unmarked.push(`${name}/`);
  const mayBe = (name: string) => [DOMAIN, AS_IT_IS].includes(name) || (previews.length > 0 && isKeptName(name));
  const foreign =
    listed === undefined
      ? [...top.keys()].filter((name) => !PREVIEW.test(name) && !mayBe(name))
      : await unlisted(repository, top, new Set(listed));
  const others = [...unmarked, ...foreign];
  if (others.length > 0)
    throw new UsageError(
      `${shownTarget(target)} has files that no build wrote: ${shownFiles(others)}. Nothing was pushed; name another branch with --branch, or remove them from it.`,
    );
  const tops = new Set((listed ?? []).map((file) => file.split('/')[0] ?? file));
  const isKept = (name: string) => PREVIEW.test(name) || (isKeptName(name) && name !== MARK && !tops.has(name));
  return new Set([...top.keys()].filter(isKept));
}

/** The files of the site at the root that its mark doesn't list; hidden ones at the top are kept, as a build does. */
async function unlisted(repository: string, top: Top, listed: ReadonlySet<string>): Promise<string[]> {
  const site = new Map([...top].filter(([name]) => !PREVIEW.test(name) && !isKeptName(name)));
  const tree = await treeOf(repository, site);
  const files = await gitText(repository, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', tree]);
  return files.split('\0').filter((file) => file !== '' && !listed.has(file));
}

async function isBuilt(repository: string, { type, object }: Entry): Promise<boolean> {
  if (type !== 'tree') return false;
  return (await listedAt(repository, (await topOf(repository, object)).get(MARK))) !== undefined;
}

async function listedAt(repository: string, mark: Entry | undefined): Promise<string[] | undefined> {
  if (mark?.type !== 'blob') return undefined;
  return listedIn(await gitText(repository, ['cat-file', 'blob', mark.object]));
}
