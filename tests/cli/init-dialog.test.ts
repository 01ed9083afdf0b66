import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { type Outcome, runIn } from '../helpers/fixture.ts';
import { git } from '../helpers/git.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

const ENTER = '\r';
const DOWN = '\u001b[B';
const CLEAR = '\u0015';
const CTRL_C = '\u0003';

/** A part of a question, and the keys that a person presses there. */
type Answer = readonly [question: string, ...keys: string[]];

/** Runs `init` with a person at a terminal, who answers these questions in this order. */
async function talk(
  folder: string,
  answers: readonly Answer[],
  argv: string[] = [],
): Promise<Outcome & { asked: string[] }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const [rest, asked]: [Answer[], string[]] = [[...answers], []];
  let shown = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    const [next] = rest;
    if (!next || !shown.includes(next[0])) return;
    rest.shift();
    asked.push(next[0]);
    shown = '';
    // a question listens once it is shown
    setImmediate(() => next.slice(1).forEach((key) => void input.write(key)));
  });
  const outcome = await runIn(folder, ['init', ...argv], undefined, { dialog: { input, output } });
  assert.deepEqual(rest, [], 'every question was asked');
  return { ...outcome, asked };
}

const TITLE = 'What is the API called?';
const BODY = 'What is in the body of an error response?';
const FILE = 'In which file are your errors today?';
const CI = 'Where are pull requests checked?';
const HOOK = 'before each commit?';
const WRITE = 'Write these files?';

test('answers decide what is written', () =>
  inTemporaryFolder(async (folder) => {
    git(folder, 'init', '--quiet');
    writeFileSync(join(folder, 'my errors.csv'), 'code\nA\n');
    const { status, out, err } = await talk(folder, [
      [TITLE, CLEAR, 'Depot', ENTER],
      [BODY, DOWN, DOWN, ENTER],
      [FILE, 'my errors.csv', ENTER],
      [CI, ENTER],
      [HOOK, 'y'],
      [WRITE, 'y'],
    ]);
    assert.deepEqual({ status, err }, { status: 0, err: '' });
    assert.match(out, /^ {2}npx errorbook import 'my errors\.csv' {2}/m);
    assert.match(
      readFileSync(join(folder, 'contracts/depot/api.yaml'), 'utf8'),
      /mediaType: application\/vnd\.api\+json/,
    );
    assert.match(readFileSync(join(folder, '.git/hooks/pre-commit'), 'utf8'), /errors:check/);
    assert.equal((await runIn(folder, ['check', '--strict'])).status, 0);
  }));

test('what options say is not asked, nor what a registry has already, nor hooks without a repository', () =>
  inTemporaryFolder(async (folder) => {
    const first = await talk(
      folder,
      [
        [FILE, ENTER],
        [WRITE, ENTER],
      ],
      ['--api', 'Depot', '--envelope', 'none', '--ci', 'none'],
    );
    assert.equal(first.status, 0, first.err);
    const second = await talk(folder, [[CI, ENTER]]);
    assert.equal(second.status, 0, second.err);
    assert.doesNotMatch(second.out, /^create/m);
    const third = await talk(folder, [], ['--yes']);
    assert.equal(third.status, 0, third.err);
  }));

test('an answer that is not possible is asked for again', () =>
  inTemporaryFolder(async (folder) => {
    const { status } = await talk(
      folder,
      [
        [TITLE, CLEAR, ENTER],
        ['The title of the API is missing.', 'Depot', ENTER],
        [FILE, 'no.csv', ENTER],
        ['There is no such file.', CLEAR, ENTER],
        [WRITE, ENTER],
      ],
      ['--envelope', 'error', '--ci', 'none'],
    );
    assert.equal(status, 0);
    assert.deepEqual(readdirSync(join(folder, 'contracts')), ['depot']);
  }));

test('whoever cancels at any question, or says no at the end, leaves nothing behind', () =>
  inTemporaryFolder(async (folder) => {
    mkdirSync(join(folder, '.git'));
    git(folder, 'init', '--quiet');
    const all: Answer[] = [
      [TITLE, ENTER],
      [BODY, ENTER],
      [FILE, ENTER],
      [CI, ENTER],
      [HOOK, ENTER],
      [WRITE, 'n'],
    ];
    const before = readdirSync(folder, { recursive: true });
    for (const [index, [question]] of all.entries()) {
      const { status, err } = await talk(folder, [...all.slice(0, index), [question, CTRL_C]]);
      assert.deepEqual({ status, err }, { status: 2, err: 'Canceled; nothing was written.' }, question);
    }
    const { status, err, asked } = await talk(folder, all);
    assert.deepEqual([status, err, asked.length], [2, 'Canceled; nothing was written.', all.length]);
    assert.deepEqual(readdirSync(folder, { recursive: true }), before);
  }));
