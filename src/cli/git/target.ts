import type { Options } from '../flags.ts';
import { type Io, UsageError } from '../io.ts';
import type { Target, Top } from './branch.ts';
import { gitAnswer } from './run.ts';

/** The options that name the branch that a site is published to. */
export const TARGET_OPTIONS = ['branch', 'remote'] as const;

/** The folder of a preview at the top of that branch: `pr-` and the number of its pull request. */
export const PREVIEW = /^pr-[1-9]\d{0,14}$/;

/** The branch that `--branch` and `--remote` name, by default `gh-pages` of `origin`. Throws a {@link UsageError}. */
export async function targetOf(options: Options, io: Io): Promise<Target> {
  const repository = await gitAnswer(io.cwd, ['rev-parse', '--show-toplevel']);
  if (!repository)
    throw new UsageError(
      `${io.cwd} isn't in a git repository, so there is no branch to publish to; run the command in one.`,
    );
  const target = {
    repository,
    remote: options.remote ?? 'origin',
    branch: options.branch ?? 'gh-pages',
  };
  if (target.remote === '' || target.remote.startsWith('-'))
    throw new UsageError(`--remote takes the name or address of a repository, not \`${target.remote}\`.`);
  if ((await gitAnswer(repository, ['check-ref-format', '--branch', target.branch])) !== target.branch)
    throw new UsageError(`--branch takes the name of a branch such as gh-pages, not \`${target.branch}\`.`);
  return target;
}

/** A branch as a person would name it. */
export function shownTarget({ branch, remote }: Target): string {
  return `\`${branch}\` of \`${remote}\``;
}

/** The top of a branch without some of its files and folders. */
export function without(top: Top, ...names: readonly string[]): Top {
  return new Map([...top].filter(([name]) => !names.includes(name)));
}
