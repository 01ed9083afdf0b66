import type { Conversation } from '../conversation.ts';
import { UsageError } from '../io.ts';
import { ask, pages, type Service } from '../rest.ts';

const ADVICE: Record<number, string> = {
  401: ' Pass a project access token as GITLAB_TOKEN.',
  403: ' Give the token the scope `api` and the role Reporter or above.',
  404: ' Check that it exists and that the token can read it.',
};

/**
 * The notes of a merge request on GitLab (docs.gitlab.com, Notes API); `author` is whose notes are ours, by default the user of the
 * token. The project is the one of the pipeline: CI_API_V4_URL and CI_PROJECT_ID, with the token in GITLAB_TOKEN, because a job's own
 * token can't write notes. Throws a {@link UsageError} where one is missing.
 */
export async function gitlabNotes(
  env: NodeJS.ProcessEnv,
  merge: number,
  author: string | undefined,
): Promise<Conversation> {
  const { CI_API_V4_URL: root, CI_PROJECT_ID: project, GITLAB_TOKEN: token } = env;
  if (!root || !/^\d+$/.test(project ?? ''))
    throw new UsageError('CI_API_V4_URL and CI_PROJECT_ID must be set, as they are in the jobs of GitLab.');
  if (!token)
    throw new UsageError(
      "GITLAB_TOKEN isn't set; create a project access token with the scope `api`, and save it as a masked CI/CD variable of that name.",
    );
  const service: Service = { name: 'GitLab', headers: { 'PRIVATE-TOKEN': token }, advice: ADVICE };
  const us = author ?? ((await ask(service, 'GET', `${root}/user`)) as { username: string }).username;
  const path = `${root}/projects/${project}/merge_requests/${merge}/notes`;
  return {
    name: `merge request ${merge}`,
    async *ours() {
      for await (const item of pages(service, path, (page) => ask(service, 'GET', page))) {
        const { id, body, author } = item as { id: number; body?: string; author?: { username: string } | null };
        if (author?.username === us) yield { id, body: body ?? '' };
      }
    },
    write: async (body) => void (await ask(service, 'POST', path, { body: withoutReferences(body) })),
    update: async (id, body) => void (await ask(service, 'PUT', `${path}/${id}`, { body: withoutReferences(body) })),
  };
}

/** GitLab also reads `!7`, `&7` and `~7` in a text as references; a break that no reader sees parts them. Code and addresses stay. */
function withoutReferences(body: string): string {
  return body.replace(/`[^`\n]*`|\]\([^)\n]*\)|((?:!|&amp;|~)(?=[\w"]))/g, (all, mark) =>
    mark ? `${all}\u200b` : all,
  );
}
