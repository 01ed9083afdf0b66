import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { BOT, COMMENTS, MARKER, type Pull, withGithub } from '../helpers/github.ts';
import { present } from '../helpers/present.ts';

/** How every comment of ours begins. */
const LABELED = `${MARKER}
The text below was written by the build of this pull request and hasn't been reviewed.

`;

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
      [`${LABELED}> Second`],
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
        ['alice', `${LABELED}> New`],
      ],
    );
  }));

test('a comment that was deleted in the meantime is written again', () =>
  withGithub(async (state, run, folder) => {
    writeFileSync(join(folder, 'report.md'), 'New');
    state.comments = [{ id: 5, body: MARKER, user: { login: BOT } }];
    state.refuse['PATCH /repos/acme/errors/issues/comments/5'] = [404, '{"message":"Not Found"}'];
    const { status, out } = await run(...comment);
    assert.deepEqual([status, out], [0, 'Wrote a comment of pull request 7.\n']);
    assert.equal(state.comments.length, 2);
  }));

test('a report that a pull request wrote to its liking is quoted, says whose it is, and is cut', () =>
  withGithub(async (state, run, folder) => {
    const lines = 'A line of a table that is long\n'.repeat(4000);
    writeFileSync(join(folder, 'report.md'), `@team /merge\n${lines}`);
    await run(...comment);
    const { body } = present(state.comments[0]);
    assert.ok(body.length <= 65_536);
    const end = '\n\nThe rest was left out, because a comment can have at most 65,000 characters.';
    const all = `${LABELED}> @\u200bteam /merge\n${'> A line of a table that is long\n'.repeat(1965).trimEnd()}${end}`;
    assert.equal(body, all);
  }));

test('links stay where they lead below the address that is given, and are text elsewhere', () =>
  withGithub(async (state, run, folder) => {
    writeFileSync(
      join(folder, 'report.md'),
      '[ours](https://acme.github.io/errors/pr-7/a/) [theirs](https://x.example/)',
    );
    await run(...comment, '--links', 'https://Acme.github.io/errors/pr-7/');
    await run(...comment);
    for (const links of ['pr-7', 'https://acme.github.io/errors', 'https://x.example/?/', 'javascript:alert(1)/'])
      assert.deepEqual(await run(...comment, '--links', links), {
        status: 2,
        out: '',
        err: `--links takes an address such as https://example.com/pr-7/, not \`${links}\`.\n`,
        output: '',
      });
    assert.deepEqual(state.comments.length, 1);
    assert.equal(
      present(state.comments[0]).body,
      `${LABELED}> ours (https:\u200b//acme.github.io/errors/pr-7/a/) theirs (https:\u200b//x.example/)`,
    );
  }));

test('a link in the place of the report is refused before anything is sent', () =>
  withGithub(async (state, run, folder) => {
    writeFileSync(join(folder, 'secret'), 'secret');
    symlinkSync('secret', join(folder, 'report.md'));
    const { status, err } = await run(...comment);
    assert.equal(status, 2);
    assert.match(err, /^The file .*report\.md doesn't exist; name the report with --file FILE\.\n$/);
    assert.deepEqual(state.asked, []);
  }));

test('what GitHub refuses is said in its words, with what to do, and never with the token', () =>
  withGithub(async (state, run, folder) => {
    writeFileSync(join(folder, 'report.md'), 'New');
    for (const [refused, said] of [
      [
        [403, '{"message":"Resource not accessible by integration"}'],
        /returned 403 for POST .*: Resource not accessible by integration\. Give the job the permission .*`pull-requests: write`\.\n$/,
      ],
      [[404, '{"message":"Not Found"}'], /returned 404 for POST .*: Not Found\. Check that it exists /],
      [[502, '<html>Bad\u001b[31m gateway</html>'], /returned 502 for POST .*: <html>Bad \[31m gateway<\/html>\n$/],
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
      /^No open pull request has c{40} of alice\/errors as its last commit: it was closed, or has newer commits\.$/m,
    );
  }));

test('what is no number, commit, repository or list is one line and status 2', () =>
  withGithub(async (state, run) => {
    state.refuse['GET /repos/acme/errors/pulls'] = [200, '{}'];
    for (const [argv, said] of [
      [['comment', '--file', 'x'], /^--pull takes a number such as 7\.\n$/],
      [['comment', '--pull', '7/../8'], /^--pull takes a number such as 7, not `7\/\.\.\/8`\.\n$/],
      [['pull-request', '--sha', 'main', '--head', 'a/b'], /^--sha takes the full hash of a commit\.\n$/],
      [['pull-request', '--sha', 'a'.repeat(40), '--head', 'a/b/c'], /^--head takes a repository as owner\/name\.\n$/],
      [
        ['pull-request', '--sha', 'a'.repeat(40), '--head', 'a/b'],
        /^The response of GitHub to GET .* isn't a list\.\n$/,
      ],
    ] as const) {
      const { status, out, err } = await run(...argv);
      assert.deepEqual([status, out], [2, ''], argv.join(' '));
      assert.match(err, said);
    }
  }));
