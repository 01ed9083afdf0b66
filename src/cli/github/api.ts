import { UsageError } from '../io.ts';

/** GitHub's REST API, as far as a workflow's own token reaches. */
export interface GithubApi {
  /** The repository, `owner/name`. */
  repository: string;
  /** Sends a request and returns the body of the answer. Throws a {@link GithubError} for any other than a 2xx. */
  send(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<unknown>;
  /** All items of a list, page by page, until one is enough. */
  list(path: string): AsyncGenerator<unknown>;
}

/** An answer that is none: what was asked, the status, and GitHub's own words. */
export class GithubError extends UsageError {
  readonly status: number;

  constructor(asked: string, status: number, said: string) {
    super(`GitHub returned ${status} for ${asked}: ${said}${ADVICE[status] ?? ''}`);
    this.status = status;
  }
}

const ADVICE: Record<number, string> = {
  401: ' Pass the token of the workflow to the step as GITHUB_TOKEN.',
  403: ' Give the job the permission that this needs, such as `pull-requests: write`.',
  404: ' Check that it exists and that the token can read it.',
};

const PER_PAGE = 100;

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
  const send = (method: string, path: string, body?: object) => ask(`${root}${path}`, method, env.GITHUB_TOKEN!, body);
  return {
    repository,
    send,
    async *list(path) {
      for (let page = 1; ; page++) {
        const items = await send('GET', `${path}${path.includes('?') ? '&' : '?'}per_page=${PER_PAGE}&page=${page}`);
        if (!Array.isArray(items)) throw new UsageError(`The response of GitHub to GET ${path} isn't a list.`);
        yield* items;
        if (items.length < PER_PAGE) return;
      }
    },
  };
}

async function ask(url: string, method: string, token: string, body: object | undefined): Promise<unknown> {
  const asked = `${method} ${url}`;
  const answer = await fetch(url, {
    method,
    headers: {
      Accept: 'application/vnd.github+json',
      Authorization: `Bearer ${token}`,
      'X-GitHub-Api-Version': '2022-11-28',
      'User-Agent': 'errorbook',
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  }).catch((error: Error) => {
    const cause = error.cause instanceof Error ? error.cause.message : error.message;
    throw new UsageError(`GitHub didn't respond to ${asked}: ${cause}`);
  });
  const text = await answer.text();
  const value = parsed(text);
  if (answer.ok) return value;
  throw new GithubError(asked, answer.status, messageOf(value) ?? text.slice(0, 200));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function messageOf(value: unknown): string | undefined {
  const message = (value as { message?: unknown } | undefined)?.message;
  return typeof message === 'string' ? `${message.replace(/\.?$/, '.')}` : undefined;
}
