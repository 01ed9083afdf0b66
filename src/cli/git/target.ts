import { realpath } from 'node:fs/promises';
import type { Options } from '../flags.ts';
import { type Io, UsageError } from '../io.ts';
import { contractsFolder } from '../options.ts';
import type { Target, Top } from './branch.ts';
import { gitAnswer, gitText } from './run.ts';

/** The options that name the branch that a site is published to, and say whether it is pushed. */
export const TARGET_OPTIONS = ['contracts', 'branch', 'remote', 'dry-run', 'yes'] as const;

/** The folder of a preview at the top of that branch: `pr-` and the number of its pull request. */
export const PREVIEW = /^pr-[1-9]\d{0,14}$/;

/**
 * The branch that `--branch` and `--remote` name, by default `gh-pages` of `origin`, seen from the repository in which the registry is.
 * Throws a {@link UsageError} where there is none, and for the default branch of the remote, which is never published to.
 */
export async function targetOf(options: Options, io: Io): Promise<Target> {
  const repository = await repositoryOf(contractsFolder(options, io).path);
  const { remote = 'origin', branch = 'gh-pages' } = options;
  if (remote === '' || remote.startsWith('-'))
    throw new UsageError(`--remote takes the name or address of a repository, not \`${remote}\`.`);
  if ((await gitAnswer(repository, ['check-ref-format', '--branch', branch])) !== branch)
    throw new UsageError(`--branch takes the name of a branch such as gh-pages, not \`${branch}\`.`);
  const target = { repository, remote: await pushedTo(repository, remote), name: withoutSecrets(remote), branch };
  await refuseDefault(target);
  return target;
}

async function repositoryOf(contracts: string): Promise<string> {
  const folder = await realpath(contracts).catch(() => undefined);
  if (folder === undefined)
    throw new UsageError(
      `The registry folder ${contracts} doesn't exist, so its repository isn't known; name one with --contracts DIR.`,
    );
  const repository = await gitAnswer(folder, ['rev-parse', '--show-toplevel']);
  if (repository) return repository;
  throw new UsageError(
    `The registry ${contracts} isn't in a git repository, so there is no branch to publish to; name another with --contracts DIR.`,
  );
}

/** A remote may push elsewhere than it fetches from; then the place that is pushed to is also the one that is looked at. */
async function pushedTo(repository: string, remote: string): Promise<string> {
  const urls = await gitAnswer(repository, ['remote', 'get-url', '--push', '--all', remote]);
  if (urls?.includes('\n'))
    throw new UsageError(`\`${remote}\` pushes to several addresses; name one of them with --remote.`);
  const isSame = urls === undefined || urls === (await gitAnswer(repository, ['remote', 'get-url', remote]));
  return isSame ? remote : urls;
}

/** What the default branch is called where the remote doesn't say. */
const USUAL = ['main', 'master'];

async function refuseDefault({ repository, remote, name, branch }: Target): Promise<void> {
  const refs = await gitText(repository, ['ls-remote', '--symref', remote, 'HEAD', 'refs/heads/*']);
  if (refs === '')
    throw new UsageError(
      `\`${name}\` has no branches, and the first one that is pushed becomes its default; push the branch with the registry first.`,
    );
  const head = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(refs)?.[1];
  if (head === undefined ? USUAL.includes(branch) : head === branch)
    throw new UsageError(
      `\`${branch}\` is the default branch of \`${name}\`, which is never published to; name another with --branch.`,
    );
}

/** A branch as a person would name it. */
export function shownTarget({ branch, name }: Target): string {
  return `\`${branch}\` of \`${name}\``;
}

/** Where a push goes, without user names, passwords and tokens. */
export async function addressOf({ repository, remote }: Target): Promise<string> {
  return withoutSecrets((await gitAnswer(repository, ['remote', 'get-url', '--push', remote])) ?? remote);
}

/** `https://user:token@host/x` without `user:token@`; the user of `git@host:x` is no secret. */
export function withoutSecrets(address: string): string {
  return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/]*@/i, '$1');
}

/** The top of a branch without some of its files and folders. */
export function without(top: Top, ...names: readonly string[]): Top {
  return new Map([...top].filter(([name]) => !names.includes(name)));
}
