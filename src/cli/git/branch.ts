import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../io.ts';
import { git, gitAnswer, gitText } from './run.ts';

/** One thing at the top of a branch: a file or a folder with all that is in it. */
export interface Entry {
  mode: string;
  type: string;
  object: string;
}

/** The top of a branch by name. */
export type Top = ReadonlyMap<string, Entry>;

/** A branch of a remote repository, changed without a checkout. */
export interface Target {
  /** A folder of the local repository. */
  repository: string;
  /** Its name, or the address that it pushes to where that is not the one that it fetches from. */
  remote: string;
  /** How messages name it. */
  name: string;
  branch: string;
}

/** What a push would do to a branch: its trees before and after. */
export interface Plan {
  before: string;
  after: string;
  /** The branch doesn't exist yet. */
  isNew: boolean;
}

/** What became of a change: pushed; nothing to push; or not to be pushed. */
export type Outcome = 'pushed' | 'unchanged' | 'held';

const TRIES = 6;

/**
 * Makes the top of a branch what `change` returns for it, in one commit, and pushes that; a branch that is missing is
 * created. If another push came first, the change is made again on top of it; nothing is ever forced. `mayPush` is asked before each push.
 * Throws a {@link UsageError} with git's words where the remote cannot be read or does not take the push.
 */
export async function commitToBranch(
  target: Target,
  subject: string,
  change: (top: Top) => Promise<Top> | Top,
  mayPush: (plan: Plan) => Promise<boolean>,
): Promise<Outcome> {
  const { repository, remote, name, branch } = target;
  for (let tries = 1; ; tries++) {
    const parent = await fetchBranch(target);
    const top = parent === undefined ? new Map() : await topOf(repository, parent);
    const tree = await treeOf(repository, await change(top));
    const before =
      parent === undefined
        ? await treeOf(repository, new Map())
        : await gitText(repository, ['rev-parse', `${parent}^{tree}`]);
    if (tree === before) return 'unchanged';
    if (!(await mayPush({ before, after: tree, isNew: parent === undefined }))) return 'held';
    const commit = await commitTree(repository, tree, parent, subject);
    const pushed = await git(repository, ['push', '--quiet', remote, `${commit}:refs/heads/${branch}`]);
    if (pushed.status === 0) return 'pushed';
    if (tries === TRIES || (await headOf(target)) === parent)
      throw new UsageError(`\`${name}\` rejected the push to \`${branch}\`: ${pushed.err}`);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 100 * 2 ** tries));
  }
}

/** Writes a file into the repository and returns its object. */
export async function writeBlob(repository: string, text: string): Promise<string> {
  return gitText(repository, ['hash-object', '-w', '--stdin'], { input: text });
}

/** Writes files of a folder into the repository as one tree, byte for byte, and returns it. */
export async function writeFolder(repository: string, folder: string, files: readonly string[]): Promise<string> {
  const input = files.map((file) => `${join(folder, file)}\n`).join('');
  const hashed = await gitText(repository, ['hash-object', '-w', '--no-filters', '--stdin-paths'], { input });
  const objects = hashed.split('\n');
  const index = files.map((file, i) => `100644 ${objects[i]}\t${file}\0`).join('');
  const temporary = await mkdtemp(join(tmpdir(), 'errorbook-publish-'));
  try {
    const env = { GIT_INDEX_FILE: join(temporary, 'index') };
    await gitText(repository, ['update-index', '-z', '--index-info'], { input: index, env });
    return await gitText(repository, ['write-tree'], { env });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function headOf({ repository, remote, branch }: Target): Promise<string | undefined> {
  const listing = await gitText(repository, ['ls-remote', '--heads', remote, `refs/heads/${branch}`]);
  return listing.split('\t')[0] || undefined;
}

async function fetchBranch(target: Target): Promise<string | undefined> {
  const { repository, remote, branch } = target;
  if ((await headOf(target)) === undefined) return undefined;
  // in a full clone a depth would cut its history off
  const shallow = (await gitAnswer(repository, ['rev-parse', '--is-shallow-repository'])) === 'true';
  const depth = shallow ? ['--depth=1'] : [];
  await gitText(repository, ['fetch', '--quiet', '--no-tags', ...depth, remote, `refs/heads/${branch}`]);
  return gitText(repository, ['rev-parse', '--verify', 'FETCH_HEAD^{commit}']);
}

/** What is at the top of a commit or tree. */
export async function topOf(repository: string, commit: string): Promise<Top> {
  const rows = (await gitText(repository, ['ls-tree', '-z', '--full-tree', commit]))
    .split('\0')
    .filter((row) => row !== '');
  return new Map(rows.map(parseEntry));
}

/** Reads a row of `git ls-tree`: mode, type, object, then a tab and the name. */
function parseEntry(row: string): [name: string, entry: Entry] {
  const tab = row.indexOf('\t');
  const [mode = '', type = '', object = ''] = row.slice(0, tab).split(' ');
  return [row.slice(tab + 1), { mode, type, object }];
}

/** The tree with these entries at its top. */
export async function treeOf(repository: string, top: Top): Promise<string> {
  const rows = [...top].map(([name, { mode, type, object }]) => `${mode} ${type} ${object}\t${name}\0`);
  return gitText(repository, ['mktree', '-z', '--missing'], { input: rows.join('') });
}

async function commitTree(
  repository: string,
  tree: string,
  parent: string | undefined,
  subject: string,
): Promise<string> {
  const parents = parent === undefined ? [] : ['-p', parent];
  return gitText(repository, ['commit-tree', tree, ...parents, '-m', subject], { env: await identity(repository) });
}

/** Whoever is configured; machines that build often are nobody. */
async function identity(repository: string): Promise<Record<string, string>> {
  if ((await gitAnswer(repository, ['var', 'GIT_COMMITTER_IDENT'])) !== undefined) return {};
  const [name, email] = ['Errorbook', 'noreply@errorbook.invalid'];
  return { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email };
}
