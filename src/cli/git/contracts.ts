import { realpath } from 'node:fs/promises';
import { posix } from 'node:path';
import type { SourceFile } from '../../index.ts';
import { inOrder, isPassedOver, sourceOf } from '../contracts.ts';
import { guarded } from '../guide-guard.ts';
import { UsageError } from '../io.ts';
import { type Entry, parseEntry } from './branch.ts';
import { git, gitAnswer, gitText } from './run.ts';

/**
 * The files of a registry's folder as they stood in a commit, with nothing checked out; undefined where the commit has
 * no such folder. Links and hidden files are treated as {@link readContracts} treats them. The folder must exist now.
 * Throws a {@link UsageError} where git fails, or where the folder was something else.
 */
export async function readContractsAt(folder: string, commit: string): Promise<SourceFile[] | undefined> {
  const real = await realpath(folder);
  const prefix = (await gitText(real, ['rev-parse', '--show-prefix'])).replace(/\/$/, '');
  const object = await gitAnswer(real, ['rev-parse', '--verify', '--quiet', `${commit}:${prefix}`]);
  if (object === undefined) return undefined;
  if ((await gitText(real, ['cat-file', '-t', object])) !== 'tree')
    throw new UsageError(`In ${commit.slice(0, 9)}, ${prefix} is a file or a link, not a folder; name another commit.`);
  const entries = await entriesOf(real, object);
  const contents = await contentsOf(real, entries);
  const inside = Map.groupBy(entries.keys(), parentOf);
  return guarded(inOrder(filesIn('', '', { entries, inside, contents, above: [''] })));
}

const LINK = '120000';

/** The tree with all that is below it, by path. */
async function entriesOf(folder: string, tree: string): Promise<Map<string, Entry>> {
  const listing = await gitText(folder, ['ls-tree', '-r', '-t', '-z', '--full-tree', tree]);
  const rows = listing.split('\0').filter((row) => row !== '');
  return new Map(rows.map(parseEntry));
}

/** The bytes of every file and link, by object. */
async function contentsOf(folder: string, entries: ReadonlyMap<string, Entry>): Promise<Map<string, Buffer>> {
  const wanted = new Set([...entries.values()].filter(({ type }) => type === 'blob').map(({ object }) => object));
  const { status, out, err } = await git(folder, ['cat-file', '--batch'], { input: [...wanted, ''].join('\n') });
  if (status !== 0) throw new UsageError(`git cat-file failed in ${folder}: ${err}`);
  const contents = new Map<string, Buffer>();
  // each is `<object> <type> <size>`, a line end, the bytes, a line end; what is missing has no size and no bytes
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf('\n', at);
    const [object = '', , size] = out.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (size === undefined) continue;
    contents.set(object, out.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}

/** The tree, with the paths in each folder, and the folders from its top down to the one being read. */
interface Walk {
  entries: ReadonlyMap<string, Entry>;
  inside: ReadonlyMap<string, string[]>;
  contents: ReadonlyMap<string, Buffer>;
  above: readonly string[];
}

/** All files below a folder of the tree; `shown` is the path that leads there, which links make another one. */
function filesIn(folder: string, shown: string, walk: Walk): SourceFile[] {
  return (walk.inside.get(folder) ?? []).flatMap((path) => {
    const name = posix.basename(path);
    return isPassedOver(name) ? [] : filesAt(path, shown === '' ? name : `${shown}/${name}`, walk);
  });
}

function filesAt(path: string, shown: string, walk: Walk): SourceFile[] {
  const real = realPath(path, walk);
  if (real === 'outside') return [{ path: shown, text: '', trouble: 'outside' }];
  const target = real && walk.entries.get(real.path);
  // the top itself has no entry, and is always above
  if (!target || walk.above.includes(real.path)) return [{ path: shown, text: '', trouble: 'unreadable' }];
  if (target.type === 'tree') return filesIn(real.path, shown, { ...walk, above: [...walk.above, real.path] });
  const bytes = walk.contents.get(target.object);
  // another repository has its place here, or the object is missing
  return [bytes ? sourceOf(shown, bytes) : { path: shown, text: '', trouble: 'unreadable' }];
}

/** Where a path leads once links are followed: undefined for nowhere or round in a circle. */
function realPath(path: string, { entries, contents }: Walk): { path: string } | 'outside' | undefined {
  let left = path.split('/');
  let here = '';
  for (let links = 0; left.length > 0; ) {
    const [part, ...rest] = left as [string, ...string[]];
    left = rest;
    const next = posix.normalize(posix.join(here, part));
    if (next === '..' || next.startsWith('../')) return 'outside';
    const entry = next === '.' ? undefined : entries.get(next);
    if (!entry && next !== '.') return undefined;
    if (entry?.mode !== LINK) {
      here = next === '.' ? '' : next;
      continue;
    }
    const target = contents.get(entry.object)?.toString() ?? '';
    if (target.startsWith('/')) return 'outside';
    links += 1;
    if (links > 40) return undefined;
    left = [...target.split('/').filter((it) => it !== ''), ...rest];
  }
  return { path: here };
}

function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
