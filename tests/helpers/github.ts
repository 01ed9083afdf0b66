import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ERRORBOOK } from './command.ts';
import { present } from './present.ts';
import { inTemporaryFolder } from './temporary.ts';

/** A comment on the server. */
interface Comment {
  id: number;
  body: string;
  user: { login: string } | null;
}

/** A pull request on the server; an open one where it does not say. */
export interface Pull {
  number: number;
  state?: 'open' | 'closed';
  head: { sha: string; repo: { full_name: string } | null };
}

/** What the server that acts as GitHub holds, and what was asked of it. */
export interface State {
  comments: Comment[];
  pulls: Pull[];
  /** Who the token belongs to; a workflow's own token may not ask. */
  user: string | undefined;
  asked: string[];
  /** What happens right after an answer, by `METHOD path`. */
  after: Record<string, () => void>;
  /** Answers to give in the place of the usual ones, by `METHOD path`. */
  refuse: Record<string, [status: number, body: string]>;
}

export const BOT = 'github-actions[bot]';
export const MARKER = '<!-- errorbook:preview -->';
export const COMMENTS = '/repos/acme/errors/issues/7/comments';

/** Runs a test against a server on this machine that answers as GitHub's API does, and in a folder of its own. */
export function withGithub(
  work: (state: State, run: (...argv: string[]) => Promise<Ended>, folder: string) => Promise<void>,
) {
  return inTemporaryFolder(async (folder) => {
    const state: State = { comments: [], pulls: [], user: undefined, asked: [], after: {}, refuse: {} };
    const server = createServer(async (request, response) => {
      const [status, body] = await answer(state, request);
      state.after[`${request.method} ${request.url}`]?.();
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
    });
    // a busy machine may take longer between two requests than a server waits by default
    server.keepAliveTimeout = 0;
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      await work(state, (...argv) => runAgainst(address, folder, argv), folder);
    } finally {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    }
  });
}

/** How a command ended, what it wrote, and the outputs of its step. */
export interface Ended {
  status: number | null;
  out: string;
  err: string;
  output: string;
}

/** The command in a process of its own, because it reads its environment. */
function runAgainst(address: string, folder: string, argv: string[]): Promise<Ended> {
  const output = join(folder, 'output.txt');
  writeFileSync(output, '');
  const env = {
    PATH: process.env.PATH,
    CI: 'true',
    GITHUB_API_URL: address,
    GITHUB_REPOSITORY: 'acme/errors',
    GITHUB_TOKEN: 'secret-token',
    GITHUB_OUTPUT: output,
  };
  const child = spawn(process.execPath, [ERRORBOOK, ...argv], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { out: '', err: '' };
  for (const [name, stream] of [
    ['out', child.stdout],
    ['err', child.stderr],
  ] as const) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  return new Promise((ended) =>
    child.on('close', (status) => ended({ status, ...texts, output: readFileSync(output, 'utf8') })),
  );
}

async function answer(state: State, request: IncomingMessage): Promise<[status: number, body: string]> {
  let text = '';
  for await (const part of request) text += part;
  const url = new URL(present(request.url), 'http://github.invalid');
  const asked = `${request.method} ${url.pathname}`;
  state.asked.push(asked);
  if (request.headers.authorization !== 'Bearer secret-token') return [401, '{"message":"Bad credentials"}'];
  const refused = state.refuse[asked];
  if (refused) return refused;
  const page = (items: unknown[]): [number, string] => {
    const [size, number] = [Number(url.searchParams.get('per_page')), Number(url.searchParams.get('page'))];
    return [200, JSON.stringify(items.slice((number - 1) * size, number * size))];
  };
  if (asked === 'GET /user')
    return state.user
      ? [200, JSON.stringify({ login: state.user })]
      : [403, '{"message":"Resource not accessible by integration"}'];
  if (asked === `GET ${COMMENTS}`) return page(state.comments);
  if (asked === 'GET /repos/acme/errors/pulls')
    return url.searchParams.get('state') === 'open'
      ? page(state.pulls.filter((pull) => pull.state !== 'closed'))
      : [422, '{}'];
  const number = /^GET \/repos\/acme\/errors\/pulls\/(\d+)$/.exec(asked)?.[1];
  if (number !== undefined) {
    const pull = state.pulls.find((it) => it.number === Number(number));
    return pull ? [200, JSON.stringify({ state: 'open', ...pull })] : [404, '{"message":"Not Found"}'];
  }
  const { body } = JSON.parse(text || '{}') as { body: string };
  if (asked === `POST ${COMMENTS}`) {
    state.comments.push({ id: state.comments.length + 1, body, user: { login: state.user ?? BOT } });
    return [201, '{}'];
  }
  const id = /^PATCH \/repos\/acme\/errors\/issues\/comments\/(\d+)$/.exec(asked)?.[1];
  const comment = state.comments.find((it) => it.id === Number(id));
  if (!comment) return [404, '{"message":"Not Found"}'];
  comment.body = body;
  return [200, '{}'];
}
