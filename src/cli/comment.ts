import { lstat, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from './command.ts';
import type { Options } from './flags.ts';
import { type GithubApi, GithubError, githubApi } from './github/api.ts';
import { quoteReport } from './github/quote.ts';
import { EXIT, UsageError } from './io.ts';
import { folderOption, numberOption } from './options.ts';

/** Begins our comment, and is seen by nobody. */
const MARKER = '<!-- errorbook:preview -->';
/** GitHub takes 65,536 characters. */
const MOST = 65_000;

export const comment: Command = {
  summary: 'Posts a file as a comment on a pull request on GitHub, or updates that comment.',
  options: ['pull', 'file', 'author', 'links'],
  async run(options, io) {
    const pull = numberOption(options, 'pull');
    const body = bodyOf(
      await textOf(resolve(io.cwd, folderOption(options, 'file') ?? 'report.md')),
      linksOption(options),
    );
    const api = githubApi(process.env);
    const author = options.author ?? (await whoWeAre(api));
    const own = await ownComment(api, pull, author);
    const done = own !== undefined && (await update(api, own, body));
    if (!done) await api.send('POST', `/repos/${api.repository}/issues/${pull}/comments`, { body });
    io.out(`${done ? 'Updated the' : 'Wrote a'} comment of pull request ${pull}.`);
    return EXIT.done;
  },
};

function linksOption({ links }: Options): string | undefined {
  if (links === undefined) return undefined;
  const url = URL.canParse(String(links)) ? new URL(String(links)) : undefined;
  // as browsers write it, which is how the links of a report are compared with it
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}${url.pathname}` && url.href.endsWith('/'))
    return url.href;
  throw new UsageError(`--links takes an address such as https://example.com/pr-7/, not \`${links}\`.`);
}

/** A link is refused: the file may come from a pull request, and a link could lead to what is not for everyone. */
async function textOf(file: string): Promise<string> {
  const info = await lstat(file).catch(() => undefined);
  if (!info?.isFile()) throw new UsageError(`The file ${file} doesn't exist; name the report with --file FILE.`);
  return readFile(file, 'utf8');
}

/** Says whose words follow. */
const LABEL = "The text below was written by the build of this pull request and hasn't been reviewed.";

/** The comment: our marker, whose words follow, and the report as a quotation. */
function bodyOf(report: string, site: string | undefined): string {
  const quote = quoteReport(report.trimEnd().slice(0, MOST), site);
  const body = `${MARKER}\n${LABEL}\n\n${quote}`;
  if (report.length <= MOST && body.length <= MOST) return body;
  const kept = body.slice(0, MOST);
  return `${kept.slice(0, kept.lastIndexOf('\n') + 1)}\nThe rest was left out, because a comment can have at most ${MOST.toLocaleString('en')} characters.`;
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
