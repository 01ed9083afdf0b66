import { lstat, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from './commands.ts';
import { type GithubApi, GithubError, githubApi } from './github/api.ts';
import { EXIT, UsageError } from './io.ts';
import { folderOption, numberOption } from './options.ts';

/** Begins our comment, and is seen by nobody. */
const MARKER = '<!-- errorbook:preview -->';
/** GitHub takes 65,536 characters. */
const MOST = 65_000;

export const comment: Command = {
  summary: 'Writes a file into a comment of a pull request on GitHub, and into the same comment every time after.',
  options: { pull: { type: 'string' }, file: { type: 'string' }, author: { type: 'string' } },
  async run(options, io) {
    const pull = numberOption(options, 'pull');
    const body = bodyOf(await textOf(resolve(io.cwd, folderOption(options, 'file') ?? 'report.md')));
    const api = githubApi(process.env);
    const author = (options.author as string | undefined) ?? (await whoWeAre(api));
    const own = await ownComment(api, pull, author);
    const done = own !== undefined && (await update(api, own, body));
    if (!done) await api.send('POST', `/repos/${api.repository}/issues/${pull}/comments`, { body });
    io.out(`${done ? 'Updated the' : 'Wrote a'} comment of pull request ${pull}.`);
    return EXIT.done;
  },
};

/** A link is refused: the file may come from a pull request, and a link could lead to what is not for everyone. */
async function textOf(file: string): Promise<string> {
  const info = await lstat(file).catch(() => undefined);
  if (!info?.isFile()) throw new UsageError(`There is no file ${file}; name the report with --file FILE.`);
  return readFile(file, 'utf8');
}

/**
 * The comment: the report, which a pull request may have written to its liking, so that it notifies nobody, loads
 * nothing, and holds no HTML but what our reports hold.
 */
function bodyOf(report: string): string {
  const quiet = report
    .replace(/@(?=[\w-])/g, '@\u200b')
    .replaceAll('![', '!\\[')
    .replace(/<(?!br>|\/?code>)/g, '&lt;');
  return `${MARKER}\n${cut(quiet, MOST)}`;
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most);
  return `${kept.slice(0, kept.lastIndexOf('\n') + 1)}\nThe rest was left out: a comment holds ${most.toLocaleString('en')} characters at most.`;
}

/** A workflow's token is a bot's and may not ask who it is. */
async function whoWeAre(api: GithubApi): Promise<string> {
  try {
    return ((await api.send('GET', '/user')) as { login: string }).login;
  } catch (error) {
    if (error instanceof GithubError && error.status === 403) return 'github-actions[bot]';
    throw error;
  }
}

async function ownComment(api: GithubApi, pull: number, author: string): Promise<number | undefined> {
  for await (const item of api.list(`/repos/${api.repository}/issues/${pull}/comments`)) {
    const { id, body, user } = item as { id: number; body?: string; user?: { login: string } | null };
    if (user?.login === author && body?.startsWith(MARKER)) return id;
  }
  return undefined;
}

/** False where somebody has deleted the comment since. */
async function update(api: GithubApi, id: number, body: string): Promise<boolean> {
  try {
    await api.send('PATCH', `/repos/${api.repository}/issues/comments/${id}`, { body });
    return true;
  } catch (error) {
    if (error instanceof GithubError && error.status === 404) return false;
    throw error;
  }
}
