import { UsageError } from '../io.ts';
import { ask, type Method, pages, type Service } from '../rest.ts';

/** GitHub's REST API, as far as a workflow's own token reaches. */
export interface GithubApi {
  /** The repository, `owner/name`. */
  repository: string;
  /** Sends a request and returns the body of the answer. Throws a `RestError` for any other than a 2xx. */
  send(method: Method, path: string, body?: object): Promise<unknown>;
  /** All items of a list, page by page, until one is enough. */
  list(path: string): AsyncGenerator<unknown>;
}

const ADVICE: Record<number, string> = {
  401: ' Pass the token of the workflow to the step as GITHUB_TOKEN.',
  403: ' Give the job the permission that this needs, such as `pull-requests: write`.',
  404: ' Check that it exists and that the token can read it.',
};

/**
 * The API for the repository and with the token that GitHub's runners put into the environment: GITHUB_REPOSITORY,
 * GITHUB_TOKEN, GITHUB_API_URL. Throws a {@link UsageError} where one is missing.
 */
export function githubApi(env: NodeJS.ProcessEnv): GithubApi {
  const repository = env.GITHUB_REPOSITORY ?? '';
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
    throw new UsageError('GITHUB_REPOSITORY must be set to owner/name, as it is on GitHub’s runners.');
  if (!env.GITHUB_TOKEN) throw new UsageError("GITHUB_TOKEN isn't set; pass the token of the workflow to the step.");
  const root = (env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '');
  const service: Service = {
    name: 'GitHub',
    headers: {
      Accept: 'application/vnd.github+json',
      Authorization: `Bearer ${env.GITHUB_TOKEN}`,
      'X-GitHub-Api-Version': '2022-11-28',
    },
    advice: ADVICE,
  };
  const send: GithubApi['send'] = (method, path, body) => ask(service, method, `${root}${path}`, body);
  return { repository, send, list: (path) => pages(service, path, (page) => send('GET', page)) };
}
