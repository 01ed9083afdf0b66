import { agreementOf } from './agreement.ts';
import type { Command } from './command.ts';
import { commitToBranch, type Top } from './git/branch.ts';
import { publishedIn } from './git/published.ts';
import { PREVIEW, shownTarget, TARGET_OPTIONS, targetOf, without } from './git/target.ts';
import { githubApi } from './github/api.ts';
import { type PullState, readPull } from './github/pulls.ts';
import { EXIT } from './io.ts';
import { calling } from './tool.ts';

export const sweep: Command = {
  options: [...TARGET_OPTIONS],
  async run(options, io) {
    const target = await targetOf(options, io);
    const api = githubApi(process.env);
    let states = new Map<string, PullState | undefined>();
    const inState = (state: PullState | undefined) =>
      [...states].filter(([, it]) => it === state).map(([name]) => name);
    const change = async (top: Top) => {
      await publishedIn(target, top);
      // asked right before each push: a pull request may be reopened
      states = new Map();
      for (const name of [...top.keys()].filter((it) => PREVIEW.test(it)))
        states.set(name, (await readPull(api, Number(name.slice('pr-'.length))))?.state);
      return without(top, ...inState('closed'));
    };
    const subject = 'Remove the previews of closed pull requests';
    const outcome = await commitToBranch(target, subject, change, agreementOf(options, io, target));
    if (outcome === 'held') return EXIT.done;
    const closed = inState('closed');
    const where = shownTarget(target);
    io.out(
      closed.length > 0
        ? `Removed ${closed.join(', ')} from ${where}.`
        : `No preview in ${where} belongs to a closed pull request.`,
    );
    for (const name of inState(undefined))
      io.out(
        `${name} stays, because GitHub has no such pull request. To remove it, run \`${calling('publish', `--remove ${name}`)}\`.`,
      );
    return EXIT.done;
  },
};
