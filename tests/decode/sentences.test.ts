import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  differenceSentence,
  noteSentence,
  statusSentence,
  summarySentence,
  waitSentence,
} from '../../src/decode/index.ts';
import { explanationOf } from './setup.ts';

test('what a status alone asks for', () => {
  const said = [200, 399, 400, 404, 408, 425, 429, 499, 500, 503].map((status) => statusSentence(status));
  const final = (status: number) => `A ${status} means that the request must change: don't retry it unchanged.`;
  const short = (status: number) =>
    `A ${status} is temporary: wait as long as Retry-After says, or with exponential backoff, then retry.`;
  const server = (status: number) => `A ${status} may be temporary: retry reads with exponential backoff.`;
  assert.deepEqual(said, [
    'A 200 is not an error status.',
    'A 399 is not an error status.',
    ...[400, 404].map(final),
    ...[408, 425, 429].map(short),
    final(499),
    ...[500, 503].map(server),
  ]);
});

test('a wait says how long, until when, who asks for it and from when it counts', () => {
  const clock = (moment: number) => `clock ${moment}`;
  const wait = { until: 5, given: '1' };
  assert.deepEqual(
    [
      waitSentence({ ...wait, seconds: 1, from: 'header', dated: true }, clock),
      waitSentence({ ...wait, seconds: 1200, from: 'body', dated: false }, clock),
      waitSentence({ ...wait, seconds: 0, from: 'log', dated: false }, clock),
    ],
    [
      'Wait 1 second, until clock 5, as Retry-After says.',
      'Wait 1,200 seconds, until clock 5, as the body says, counted from now.',
      'The wait that the log asks for was over at clock 5.',
    ],
  );
});

test('the summary counts known and unknown errors', () => {
  const known = explanationOf('{"code":"AUTH_REQUIRED"} AUTH_REQUIRED');
  const unknown = { ...known, entry: undefined };
  assert.deepEqual(
    [[], [known], [unknown], [known, known, unknown], [known, unknown, unknown]].map((list) => summarySentence(list)),
    [
      'No error was found.',
      'Found 1 known error.',
      'Found 1 error that these docs do not know.',
      'Found 2 known errors and 1 error that these docs do not know.',
      'Found 1 known error and 2 errors that these docs do not know.',
    ],
  );
});

test('notes about a paste', () => {
  const more = (left: number) => noteSentence({ kind: 'more', left });
  assert.match(more(1), /: 1 further error of this paste is not shown\.$/);
  assert.match(more(2), /: 2 further errors of this paste are not shown\.$/);
  assert.match(noteSentence({ kind: 'cut', read: 2_097_152 }), / its first 2 MB were read\.$/);
  assert.match(noteSentence({ kind: 'markup', status: 502 }), /^This is a web page that reports a 502, /);
  assert.match(noteSentence({ kind: 'markup', status: undefined }), /^This is markup, /);
  assert.match(
    noteSentence({ kind: 'no body', status: 503, line: 3 }),
    /^The response with status 503 in line 3 has no JSON body, .* A 503 may /,
  );
  assert.match(noteSentence({ kind: 'strange body', status: 404, line: 1 }), / has a body of none of these APIs, /);
  const texts = (['empty', 'binary', 'compressed', 'nothing'] as const).map((kind) => noteSentence({ kind }));
  assert.equal(new Set(texts).size, 4);
});

test('a difference names what is different, and what the docs say', () => {
  assert.deepEqual(
    [
      differenceSentence({ kind: 'status', seen: 400, listed: [404, 410] }),
      differenceSentence({ kind: 'spelling', seen: 'OLD', code: 'NEW' }),
      differenceSentence({ kind: 'two statuses', head: 400, body: 404 }),
      differenceSentence({ kind: 'field', pointer: '', why: 'is of type object, not []' }),
      differenceSentence({ kind: 'field', pointer: '/a', why: 'is required, and missing' }),
      differenceSentence({ kind: 'header', name: 'X-Id' }),
      differenceSentence({ kind: 'media type', seen: 'text/html', listed: 'application/json' }),
      differenceSentence({ kind: 'delay', given: 'so"on' }),
      differenceSentence({ kind: 'no delay expected', given: '30' }),
    ],
    [
      'The status is 400; the docs list 404 or 410.',
      'OLD is an old spelling; the code is NEW now.',
      'The status line says 400, and the body says 404.',
      'The body is of type object, not [].',
      'The field /a is required, and missing.',
      'The header X-Id, which should come with it, is missing.',
      'The Content-Type is text/html; the docs say application/json.',
      'The delay "so\\"on" is neither a number of seconds nor a date.',
      'The response names a delay (30), though the docs say that repeating does not help.',
    ],
  );
});
