import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { ERRORBOOK } from '../setup/command.ts';
import { inTemporaryFolder } from '../setup/temporary.ts';

interface Comment {
  id: number;
  body: string;
  user: { login: string } | null;
}

interface Pull {
  number: number;
  head: { sha: string; repo: { full_name: string } | null };
}

/** What stands on the server that acts as GitHub, and what was asked of it. */
interface State {
  comments: Comment[];
  pulls: Pull[];
  /** Who the token belongs to; a workflow's own token may not ask. */
  user: string | undefined;
  asked: string[];
  /** Answers to give in the place of the usual ones, by `METHOD path`. */
  refuse: Record<string, [status: number, body: string]>;
}

const BOT = 'github-actions[bot]';
const MARKER = '<!-- errorbook:preview -->';
const COMMENTS = '/repos/acme/errors/issues/7/comments';

/** Runs a test against a server on this machine that answers as GitHub's API does, and in a folder of its own. */
function withGithub(work: (state: State, run: (...argv: string[]) => Promise<Ended>, folder: string) => Promise<void>) {
  return inTemporaryFolder(async (folder) => {
    const state: State = { comments: [], pulls: [], user: undefined, asked: [], refuse: {} };
    const server = createServer(async (request, response) => {
      const [status, body] = await answer(state, request);
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
    });
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

interface Ended {
  status: number | null;
  out: string;
  err: string;
  output: string;
}

/** The command in a process of its own, for it reads its environment. */
function runAgainst(address: string, folder: string, argv: string[]): Promise<Ended> {
  const output = join(folder, 'output.txt');
  writeFileSync(output, '');
  const env = {
    PATH: process.env.PATH,
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
  const url = new URL(request.url!, 'http://github.invalid');
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
    return url.searchParams.get('state') === 'open' ? page(state.pulls) : [422, '{}'];
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

const comment = ['comment', '--pull', '7', '--file', 'report.md'];

test('a comment is written once and updated ever after', () =>
  withGithub(async (state, run, folder) => {
    writeFileSync(join(folder, 'report.md'), 'First\n');
    const first = await run(...comment);
    assert.deepEqual([first.status, first.out, first.err], [0, 'Wrote a comment of pull request 7.\n', '']);
    writeFileSync(join(folder, 'report.md'), 'Second\n');
    const second = await run(...comment);
    assert.deepEqual([second.status, second.out], [0, 'Updated the comment of pull request 7.\n']);
    assert.deepEqual(
      state.comments.map(({ body }) => body),
      [`${MARKER}\nSecond\n`],
    );
  }));

test('comments of others are left alone, whatever they hold, and ours is found behind many', () =>
  withGithub(async (state, run, folder) => {
    writeFileSync(join(folder, 'report.md'), 'New');
    const others = Array.from({ length: 250 }, (_, i) => ({ id: i + 1, body: 'Nice', user: { login: 'someone' } }));
    state.comments = [
      { id: 901, body: `${MARKER}\nforged`, user: { login: 'mallory' } },
      { id: 902, body: `${MARKER}\nof nobody`, user: null },
      { id: 903, body: `Quoting ${MARKER}`, user: { login: BOT } },
      ...others,
      { id: 904, body: `${MARKER}\nold`, user: { login: BOT } },
    ];
    assert.equal((await run(...comment)).status, 0);
    const changed = state.comments.filter(({ body }) => body.endsWith('New'));
    assert.deepEqual(
      changed.map(({ id }) => id),
      [904],
    );
    assert.equal(
      state.asked.some((asked) => asked.startsWith('POST')),
      false,
    );
  }));

test('a person’s token comments in that person’s name', () =>
  withGithub(async (state, run, folder) => {
    writeFileSync(join(folder, 'report.md'), 'New');
    state.user = 'alice';
    state.comments = [{ id: 1, body: `${MARKER}\nof the bot`, user: { login: BOT } }];
    await run(...comment);
    await run(...comment);
    assert.deepEqual(
      state.comments.map(({ user, body }) => [user?.login, body]),
      [
        [BOT, `${MARKER}\nof the bot`],
        ['alice', `${MARKER}\nNew`],
      ],
    );
  }));

test('a comment that was deleted in the meantime is written anew', () =>
  withGithub(async (state, run, folder) => {
    writeFileSync(join(folder, 'report.md'), 'New');
    state.comments = [{ id: 5, body: MARKER, user: { login: BOT } }];
    state.refuse['PATCH /repos/acme/errors/issues/comments/5'] = [404, '{"message":"Not Found"}'];
    const { status, out } = await run(...comment);
    assert.deepEqual([status, out], [0, 'Wrote a comment of pull request 7.\n']);
    assert.equal(state.comments.length, 2);
  }));

test('a report that a pull request wrote to its liking notifies nobody, loads nothing and is cut', () =>
  withGithub(async (state, run, folder) => {
    const lines = 'A line of a table that is long\n'.repeat(4000);
    writeFileSync(
      join(folder, 'report.md'),
      `@team <img src=x> ![a](https://evil.example) <!-- x --> <br><code>a</code>\n${lines}`,
    );
    await run(...comment);
    const { body } = state.comments[0]!;
    assert.ok(body.startsWith(`${MARKER}\n@\u200bteam &lt;img src=x> !\\[a](https://evil.example) &lt;!-- x --> <br>`));
    assert.ok(body.length <= 65_536);
    assert.match(body, /that is long\n\nThe rest was left out: a comment holds 65,000 characters at most\.$/);
  }));

test('a link in the place of the report is refused before anything is sent', () =>
  withGithub(async (state, run, folder) => {
    writeFileSync(join(folder, 'secret'), 'secret');
    symlinkSync('secret', join(folder, 'report.md'));
    const { status, err } = await run(...comment);
    assert.equal(status, 2);
    assert.match(err, /^There is no file .*report\.md; name the report with --file FILE\.\n$/);
    assert.deepEqual(state.asked, []);
  }));

test('what GitHub refuses is said in its words, with what to do, and never with the token', () =>
  withGithub(async (state, run, folder) => {
    writeFileSync(join(folder, 'report.md'), 'New');
    for (const [refused, said] of [
      [
        [403, '{"message":"Resource not accessible by integration"}'],
        /answered 403 to POST .*: Resource not accessible by integration\. Give the job the permission .*`pull-requests: write`\.\n$/,
      ],
      [[404, '{"message":"Not Found"}'], /answered 404 to POST .*: Not Found\. Does it exist, /],
      [[502, '<html>Bad\u001b[31m gateway</html>'], /answered 502 to POST .*: <html>Bad \[31m gateway<\/html>\n$/],
    ] as const) {
      state.refuse[`POST ${COMMENTS}`] = [...refused];
      const { status, out, err } = await run(...comment);
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, said);
      assert.doesNotMatch(err, /secret-token/);
    }
  }));

test('a pull request is found by its last commit and its repository, and becomes the step’s output', () =>
  withGithub(async (state, run) => {
    const [sha, other] = ['a'.repeat(40), 'b'.repeat(40)];
    const pull = (number: number, commit: string, name: string | null): Pull => ({
      number,
      head: { sha: commit, repo: name === null ? null : { full_name: name } },
    });
    const filler = Array.from({ length: 120 }, (_, i) => pull(1000 + i, other, 'acme/errors'));
    state.pulls = [...filler, pull(5, sha, 'mallory/errors'), pull(6, sha, null), pull(7, sha, 'Alice/Errors')];
    const found = await run('pull-request', '--sha', sha, '--head', 'alice/errors');
    assert.deepEqual([found.status, found.out, found.output], [0, '7\n', 'number=7\n']);
    const none = await run('pull-request', '--sha', 'c'.repeat(40), '--head', 'alice/errors');
    assert.deepEqual([none.status, none.output], [0, '']);
    assert.match(
      none.out,
      /^No open pull request ends with c{40} of alice\/errors: it was closed, or has newer commits\.$/m,
    );
  }));

test('what is no number, commit, repository or list is one line and status 2', () =>
  withGithub(async (state, run) => {
    state.refuse['GET /repos/acme/errors/pulls'] = [200, '{}'];
    for (const [argv, said] of [
      [['comment', '--file', 'x'], /^--pull takes a number such as 7\.\n$/],
      [['comment', '--pull', '7/../8'], /^--pull takes a number such as 7, not `7\/\.\.\/8`\.\n$/],
      [['pull-request', '--sha', 'main', '--head', 'a/b'], /^--sha takes the whole name of a commit\.\n$/],
      [['pull-request', '--sha', 'a'.repeat(40), '--head', 'a/b/c'], /^--head takes a repository as owner\/name\.\n$/],
      [
        ['pull-request', '--sha', 'a'.repeat(40), '--head', 'a/b'],
        /^GitHub answered GET .* with something that is no list\.\n$/,
      ],
    ] as const) {
      const { status, out, err } = await run(...argv);
      assert.deepEqual([status, out], [2, ''], argv.join(' '));
      assert.match(err, said);
    }
  }));
