import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type DecodeIndex, decode } from '../../src/decode/index.ts';
import { registryIn, SHAPES } from '../helpers/registry.ts';
import { indexOf, NOW } from './setup.ts';

let index: DecodeIndex;
before(async () => {
  index = indexOf(await registryIn(SHAPES));
});

/** The errors in a paste: API, code, whether the docs have it, status, policy, values, differences. */
function errorsIn(paste: string): unknown[] {
  return decode(paste, index, NOW).explanations.map((it) => [
    it.api.id,
    it.code,
    it.entry !== undefined,
    it.status?.value,
    it.retry.policy,
    Object.fromEntries(it.values.map(({ name, value }) => [name, value])),
    it.differences,
  ]);
}

test('every error of a response is explained, with its own status and values', () => {
  const errors = [
    { id: 'a', status: '422', code: 'TITLE_MISSING', title: 'A book needs a title.' },
    { id: 'b', status: '409', code: 'SHELF_FULL', title: 'The shelf holds no more books.', meta: { capacity: 3 } },
    { id: 'c', status: '400', code: 'NEW_ONE', title: 'Something new.' },
  ];
  const head = 'HTTP/1.1 422 Unprocessable Content\nContent-Type: application/vnd.api+json\n\n';
  assert.deepEqual(errorsIn(head + JSON.stringify({ errors })), [
    [
      'shelves',
      'TITLE_MISSING',
      true,
      422,
      'never',
      { 'errors[].id': 'a', 'errors[].title': 'A book needs a title.' },
      [],
    ],
    [
      'shelves',
      'SHELF_FULL',
      true,
      409,
      'refetch',
      { 'errors[].id': 'b', 'errors[].title': 'The shelf holds no more books.', 'errors[].meta.capacity': '3' },
      [],
    ],
    ['shelves', 'NEW_ONE', false, 400, 'never', { 'errors[].id': 'c', 'errors[].title': 'Something new.' }, []],
  ]);
});

test('errors in arrays of arrays, beside elements without an error', () => {
  const errors = [
    { errorCode: 'KEYWORD_TOO_LONG', message: 'A keyword is too long.' },
    { errorCode: 'STORE_BUSY', message: 'The store is busy.' },
  ];
  const body = { error: { code: 400, message: 'Failures.', details: [{ kind: 'other' }, { errors, requestId: 'q' }] } };
  assert.deepEqual(
    errorsIn(JSON.stringify(body)).map((it) => (it as unknown[]).slice(0, 4)),
    [
      ['campaigns', 'KEYWORD_TOO_LONG', true, 400],
      ['campaigns', 'STORE_BUSY', true, 400],
    ],
  );
});

test('errors under a success status', () => {
  const body = { errors: [{ message: 'Too many queries.', extensions: { code: 'SLOW_DOWN', retryAfter: 7 } }] };
  const [found] = decode(`HTTP/1.1 200 OK\n\n${JSON.stringify(body)}`, index, NOW).explanations;
  assert.deepEqual([found?.code, found?.status?.value, found?.wait?.given], ['SLOW_DOWN', 200, '7']);
});

test('an array without errors, or of anything else, is read without a failure', () => {
  for (const errors of [[], [null], ['x'], [[]], {}, 'x', null, [{ code: null }], [{ code: { a: 1 } }]])
    assert.deepEqual(errorsIn(JSON.stringify({ errors })), [], JSON.stringify(errors));
  const many = Array.from({ length: 100_000 }, () => ({ code: 'TITLE_MISSING' }));
  assert.equal(decode(JSON.stringify({ errors: many }), index, NOW).explanations.length, 1);
});

test('of a code with an envelope of its own the body is expected in that shape', () => {
  const event = { level: 'ERROR', event_code: '20429', text: 'Too many requests.', call: 'CA1' };
  const error = { status: 400, code: 21402, message: 'The address of the webhook is not valid.' };
  const values = { text: 'Too many requests.', call: 'CA1' };
  assert.deepEqual(errorsIn(JSON.stringify(event)), [['calls', '20429', true, undefined, 'backoff', values, []]]);
  const shown = { message: error.message };
  assert.deepEqual(errorsIn(JSON.stringify(error)), [['calls', '21402', true, 400, 'never', shown, []]]);
});

/** What is explained of the first error in a paste. */
function atOperation(paste: string): unknown[] {
  const [first] = decode(paste, index, NOW).explanations;
  return [
    first?.operation,
    first?.status?.value,
    first?.retry.policy,
    first?.retry.effect,
    first?.entry?.meaning.join(''),
    first?.entry?.steps.map((step) => step.join('')),
    first?.differences,
  ];
}

test('where the paste names the operation, what the docs say of it holds', () => {
  const body = '{"ok": false, "error": "restricted_action"}';
  const usual = ['never', 'The request may have been carried out.', 'A setting of the workspace prevents the action.'];
  const steps = ['Ask an admin of the workspace.'];
  assert.deepEqual(atOperation(body), [undefined, undefined, ...usual, steps, []]);
  assert.deepEqual(atOperation(`HTTP/1.1 403 Forbidden\n\n${body}`), [undefined, 403, ...usual, steps, []]);
  const named = (request: string, status: number) =>
    `> ${request} HTTP/1.1\n> Host: rooms.example\n>\n< HTTP/1.1 ${status} X\n< Content-Type: application/json\n<\n${body}`;
  assert.deepEqual(atOperation(named('POST /api/rooms.create', 403)), [
    'rooms.create',
    403,
    'never',
    undefined,
    'Only admins may create rooms.',
    ['Ask an admin to create the room.', 'Then join it.'],
    [],
  ]);
  assert.deepEqual(atOperation(named('POST /api/rooms.create', 200)).at(-1), [
    { kind: 'status', seen: 200, listed: [403] },
  ]);
  assert.deepEqual(atOperation(named('POST https://rooms.example/api/messages?dry=1', 429)), [
    'POST /messages',
    429,
    'backoff',
    'The request was not carried out, so any method is safe to retry, including POST and PATCH.',
    'A setting of the workspace prevents the action.',
    steps,
    [],
  ]);
  assert.equal(atOperation(named('POST /api/messages/7', 200))[0], undefined);
  assert.equal(atOperation(named('GET /api/messages', 200))[0], undefined);
  assert.equal(atOperation('12:00 rooms.create failed with 403: restricted_action')[0], 'rooms.create');
  assert.equal(
    atOperation('12:00 rooms.rename failed: restricted_action')[4],
    'Only the owner of a room may rename it.',
  );
});

test('the request of an error is the last one before it, and not the one of another error', () => {
  const error = (code: string) => `< HTTP/1.1 200 OK\n<\n{"ok": false, "error": "${code}"}\n`;
  const paste = `> POST /api/rooms.create HTTP/1.1\n${error('room_archived')}${error('restricted_action')}`;
  assert.deepEqual(
    decode(paste, index, NOW).explanations.map(({ code, operation }) => [code, operation]),
    [
      ['room_archived', undefined],
      ['restricted_action', undefined],
    ],
  );
});
