import { lstat, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from './command.ts';
import type { Conversation } from './conversation.ts';
import type { Options } from './flags.ts';
import { githubComments } from './github/comments.ts';
import { quoteReport } from './github/quote.ts';
import { gitlabNotes } from './gitlab/notes.ts';
import { EXIT, UsageError } from './io.ts';
import { folderOption, numberOption } from './options.ts';
import { RestError } from './rest.ts';

/** Begins our comment, and is seen by nobody. */
const MARKER = '<!-- errorbook:preview -->';
/** GitHub takes 65,536 characters, and GitLab more. */
const MOST = 65_000;

export const comment: Command = {
  options: ['pull', 'file', 'author', 'links'],
  async run(options, io) {
    const pull = numberOption(options, 'pull');
    const body = bodyOf(
      await textOf(resolve(io.cwd, folderOption(options, 'file') ?? 'report.md')),
      linksOption(options),
    );
    // GitLab's jobs all have this variable (docs.gitlab.com, predefined CI/CD variables)
    const conversationOf = process.env.GITLAB_CI ? gitlabNotes : githubComments;
    const conversation = await conversationOf(process.env, pull, options.author);
    const own = await ownComment(conversation);
    const done = own !== undefined && (await update(conversation, own, body));
    if (!done) await conversation.write(body);
    io.out(`${done ? 'Updated the' : 'Wrote a'} comment of ${conversation.name}.`);
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

async function ownComment(conversation: Conversation): Promise<number | undefined> {
  for await (const { id, body } of conversation.ours()) if (body.startsWith(MARKER)) return id;
  return undefined;
}

/** False where somebody has deleted the comment since. */
async function update(conversation: Conversation, id: number, body: string): Promise<boolean> {
  try {
    await conversation.update(id, body);
    return true;
  } catch (error) {
    if (error instanceof RestError && error.status === 404) return false;
    throw error;
  }
}
