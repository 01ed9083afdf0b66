import type { Conversation } from '../conversation.ts';
import { RestError } from '../rest.ts';
import { type GithubApi, githubApi } from './api.ts';

/** The comments of a pull request on GitHub; `author` is whose comments are ours, by default the user of the token. */
export async function githubComments(
  env: NodeJS.ProcessEnv,
  pull: number,
  author: string | undefined,
): Promise<Conversation> {
  const api = githubApi(env);
  const us = author ?? (await whoWeAre(api));
  const path = `/repos/${api.repository}/issues`;
  return {
    name: `pull request ${pull}`,
    async *ours() {
      for await (const item of api.list(`${path}/${pull}/comments`)) {
        const { id, body, user } = item as { id: number; body?: string; user?: { login: string } | null };
        if (user?.login === us) yield { id, body: body ?? '' };
      }
    },
    write: async (body) => void (await api.send('POST', `${path}/${pull}/comments`, { body })),
    update: async (id, body) => void (await api.send('PATCH', `${path}/comments/${id}`, { body })),
  };
}

/** A workflow's token is a bot's and may not ask who it is. */
async function whoWeAre(api: GithubApi): Promise<string> {
  try {
    return ((await api.send('GET', '/user')) as { login: string }).login;
  } catch (error) {
    if (error instanceof RestError && error.status === 403) return 'github-actions[bot]';
    throw error;
  }
}
