import { counted } from '../browser.ts';
import type { Options } from './flags.ts';
import type { Plan, Target } from './git/branch.ts';
import { gitText } from './git/run.ts';
import { addressOf, shownTarget } from './git/target.ts';
import { type Io, UsageError } from './io.ts';

/** What a status of `git diff-tree` means. */
const WORDS = { A: 'added', M: 'changed', D: 'removed' } as const;

interface FileChange {
  status: keyof typeof WORDS;
  file: string;
}

/**
 * Makes what decides whether a branch is pushed. It prints where to and how much, then asks on a terminal; `--yes` and machines for
 * continuous integration go on without, and `--dry-run` lists the files and pushes nothing. It asks once, however often a push is tried.
 * Throws a {@link UsageError} where the answer is no, or nobody can be asked.
 */
export function agreementOf(options: Options, io: Io, target: Target): (plan: Plan) => Promise<boolean> {
  let agreed = false;
  return async (plan) => {
    if (agreed) return true;
    const changes = await changesIn(target.repository, plan);
    const many = (status: FileChange['status']) => changes.filter((it) => it.status === status).length;
    const added = `${counted(many('A'), 'file')} added`;
    io.out(
      `To ${plan.isNew ? 'the new branch ' : ''}${shownTarget(target)}, ${await addressOf(target)}: ${added}, ${many('M')} changed, ${many('D')} removed.`,
    );
    if (options['dry-run']) {
      for (const { status, file } of changes) io.out(`${WORDS[status].padEnd(7)}  ${file}`);
      io.out('This was a dry run: nothing was pushed.');
      return false;
    }
    if (!options.yes && !io.ci) await ask(io);
    agreed = true;
    return true;
  };
}

async function ask(io: Io): Promise<void> {
  const answer = await io.confirm?.('Push this?');
  if (answer) return;
  throw new UsageError(
    answer === undefined
      ? 'Nothing was pushed: there is no terminal to ask on, and this is not CI (the variable CI is not set). To push without being asked, add --yes.'
      : 'Nothing was pushed.',
  );
}

async function changesIn(repository: string, { before, after }: Plan): Promise<FileChange[]> {
  const args = ['diff-tree', '-r', '-z', '--no-renames', '--name-status', before, after];
  const parts = (await gitText(repository, args)).split('\0').filter((part) => part !== '');
  return parts.flatMap((status, i) =>
    i % 2 === 0 ? [{ status: status === 'A' || status === 'D' ? status : 'M', file: parts[i + 1] ?? '' }] : [],
  );
}
