import type { Command } from './command.ts';
import { type GithubApi, githubApi } from './github/api.ts';
import { setOutput } from './github/output.ts';
import { EXIT, UsageError } from './io.ts';
import { commitOption } from './options.ts';

export const pullRequest: Command = {
  options: ['sha', 'head'],
  async run(options, io) {
    const { head } = options;
    const sha = commitOption(options, 'sha');
    if (!/^[\w.-]+\/[\w.-]+$/.test(String(head))) throw new UsageError('--head takes a repository as owner/name.');
    const number = await find(githubApi(process.env), sha, String(head));
    if (number !== undefined) await setOutput('number', String(number));
    io.out(
      number === undefined
        ? `No open pull request has ${sha} of ${head} as its last commit: it was closed, or has newer commits.`
        : String(number),
    );
    return EXIT.done;
  },
};

/** The newest pull request that was changed last comes first, so that the search is short. */
async function find(api: GithubApi, sha: string, head: string): Promise<number | undefined> {
  for await (const item of api.list(`/repos/${api.repository}/pulls?state=open&sort=updated&direction=desc`)) {
    const pull = item as { number: number; head: { sha: string; repo: { full_name: string } | null } };
    const same = pull.head.repo?.full_name.toLowerCase() === head.toLowerCase();
    if (same && pull.head.sha === sha && Number.isSafeInteger(pull.number)) return pull.number;
  }
  return undefined;
}
