import { UsageError } from '../io.ts';
import { RestError } from '../rest.ts';
import type { GithubApi } from './api.ts';

export type PullState = 'open' | 'closed';

/** What publishing asks of a pull request. */
interface Pull {
  /** A merged one is closed. */
  state: PullState;
  /** Its last commit. */
  sha: string;
}

/**
 * A pull request as it is now; undefined where GitHub knows none of that number.
 * Throws a {@link UsageError} where GitHub doesn't respond, or with something other than a pull request.
 */
export async function readPull(api: GithubApi, number: number): Promise<Pull | undefined> {
  const path = `/repos/${api.repository}/pulls/${number}`;
  const answer = await api.send('GET', path).catch((error: unknown) => {
    if (error instanceof RestError && error.status === 404) return undefined;
    throw error;
  });
  if (answer === undefined) return undefined;
  const { state, head } = (answer ?? {}) as { state?: unknown; head?: { sha?: unknown } | null };
  const sha = head?.sha;
  if ((state === 'open' || state === 'closed') && typeof sha === 'string') return { state, sha };
  throw new UsageError(`The response of GitHub to GET ${path} isn't a pull request.`);
}
