import { counted } from '../../index.ts';
import { UsageError } from '../io.ts';
import { git, gitAnswer, gitText } from './run.ts';

/** The commit that a registry is compared with. */
export interface Base {
  commit: string;
  /** How to name it in a sentence. */
  label: string;
  /** What the reader of the comparison must know of it. */
  notes: string[];
}

/** True where a folder lies in a git repository that has this commit. */
export async function isRef(folder: string, ref: string): Promise<boolean> {
  return (await commitOf(folder, ref)) !== undefined;
}

/**
 * The commit of a ref as it is. Throws a {@link UsageError} where the folder lies in no repository, or the
 * repository does not have the ref.
 */
export async function explicitBase(folder: string, ref: string): Promise<Base> {
  await mustBeRepository(folder);
  const commit = await commitOf(folder, ref);
  if (commit === undefined) {
    const branch = ref.replace(/^origin\//, '');
    const fetch = /^\w[\w./-]*$/.test(ref) ? ` Fetch it first: git fetch origin ${branch}` : '';
    throw new UsageError(`\`${ref}\` is neither a commit of this repository nor a folder.${fetch}`);
  }
  const missing = Number((await gitAnswer(folder, ['rev-list', '--count', `HEAD..${commit}`])) ?? 0);
  const named = /^[0-9a-f]{40,64}$/.test(ref) ? `\`${short(commit)}\`` : `\`${ref}\` (${short(commit)})`;
  return { commit, label: named, notes: missing > 0 ? [inReverse(ref, missing)] : [] };
}

function inReverse(ref: string, missing: number): string {
  const commits = counted(missing, 'commit');
  return (
    `\`${ref}\` has ${commits} that this branch doesn't have: what changed there is shown in reverse. ` +
    `To leave that out, compare with the merge base: --against "$(git merge-base HEAD ${ref})"`
  );
}

/** Where a default branch is looked for, in this order. */
const DEFAULT_BRANCHES = [
  'refs/remotes/origin/HEAD',
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
  'refs/heads/main',
  'refs/heads/master',
];

/**
 * The commit at which this branch left the default branch. Throws a {@link UsageError} where there is none: no
 * repository, no commit, no default branch, a clone that is cut off before it, or no common history.
 */
export async function defaultBase(folder: string): Promise<Base> {
  await mustBeRepository(folder);
  if (!(await isRef(folder, 'HEAD')))
    throw new UsageError(
      'This repository has no commits yet, so there is nothing to compare with; commit something first.',
    );
  const branch = await defaultBranch(folder);
  const { status, out } = await git(folder, ['merge-base', 'HEAD', branch.commit]);
  if (status === 0) {
    const commit = out.toString().trim();
    const isHere = commit === (await commitOf(folder, 'HEAD'));
    const where = isHere ? 'the commit that is checked out' : `where this branch left \`${branch.name}\``;
    return { commit, label: `\`${short(commit)}\`, ${where}`, notes: [] };
  }
  if ((await gitAnswer(folder, ['rev-parse', '--is-shallow-repository'])) === 'true') {
    throw new UsageError(
      `This clone is shallow and ends before this branch left \`${branch.name}\`. Fetch the rest with ` +
        'git fetch --unshallow, or name a commit that it has with --against REF.',
    );
  }
  throw new UsageError(
    `This branch and \`${branch.name}\` have no common commit. Name what to compare with: --against REF or --against DIR.`,
  );
}

async function defaultBranch(folder: string): Promise<{ name: string; commit: string }> {
  for (const ref of DEFAULT_BRANCHES) {
    const commit = await commitOf(folder, ref);
    if (commit === undefined) continue;
    const points = await gitAnswer(folder, ['symbolic-ref', '--quiet', ref]);
    return { name: (points ?? ref).replace(/^refs\/(?:heads|remotes)\//, ''), commit };
  }
  throw new UsageError(
    'This repository has no branch origin/HEAD, origin/main, origin/master, main or master to compare with. ' +
      'Name what to compare with: --against REF or --against DIR.',
  );
}

async function commitOf(folder: string, ref: string): Promise<string | undefined> {
  // what begins with a dash is no ref, but could be read as an option
  if (ref.startsWith('-')) return undefined;
  return gitAnswer(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
}

async function mustBeRepository(folder: string): Promise<void> {
  const { status, err } = await git(folder, ['rev-parse', '--git-dir']);
  if (status === 0) return;
  if (!/not a git repository/i.test(err)) await gitText(folder, ['rev-parse', '--git-dir']);
  throw new UsageError(
    `The registry ${folder} is not in a git repository. Name a folder to compare with: --against DIR.`,
  );
}

function short(commit: string): string {
  return commit.slice(0, 9);
}
