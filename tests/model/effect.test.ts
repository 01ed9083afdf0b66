import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  effectOfStatus,
  effectOfStatuses,
  isKeyedCode,
  isKeyedOperation,
  isRetryable,
  isWrite,
  writeRetryOf,
} from '../../src/model/effect.ts';
import { checkFirst, effectNote, unknownEffectNote } from '../../src/model/effect-notes.ts';
import { requestOf } from '../../src/model/request.ts';

const EFFECTS = ['none', 'unknown', 'done', undefined] as const;
const POLICIES = ['never', 'refetch', 'retry-after', 'backoff'] as const;

test('a request that the server rejected was not carried out; after any other status it may have been', () => {
  const statuses = [200, 302, 399, 400, 408, 429, 498, 499, 500, 503, 504, 599];
  assert.deepEqual(
    statuses.filter((status) => effectOfStatus(status) === 'none'),
    [400, 408, 429, 498],
  );
  assert.deepEqual(new Set(statuses.map(effectOfStatus)), new Set(['unknown', 'none']));
});

test('of several statuses the less certain effect counts, and names of statuses say nothing', () => {
  const lists = [[400, 503], [503, 400], [400, 404], ['DROPPED', 400], ['DROPPED'], []];
  assert.deepEqual(lists.map(effectOfStatuses), ['unknown', 'unknown', 'none', 'none', undefined, undefined]);
});

test('a request with POST, PATCH or an unknown method may have an effect each time', () => {
  const methods = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE', 'get', 'Post', 'PATCH', 'LOCK', ''];
  assert.deepEqual(methods.filter(isWrite), ['Post', 'PATCH', 'LOCK', '']);
});

test('the same request may be sent again after backoff and after the delay', () => {
  assert.deepEqual(
    POLICIES.filter((policy) => isRetryable({ policy })),
    ['retry-after', 'backoff'],
  );
});

test('a write may be sent again if it was not carried out, or if a key makes the second one harmless', () => {
  assert.deepEqual(
    EFFECTS.map((effect) => [writeRetryOf(effect, true), writeRetryOf(effect, false)]),
    [
      ['always', 'always'],
      ['with-key', 'never'],
      ['never', 'never'],
      ['with-key', 'never'],
    ],
  );
});

test('an operation is a request only if it is a method and a path', () => {
  const requests = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'POST', 'PATCH'].map((method) => `${method} /v1/{id}`);
  assert.deepEqual(
    requests.map(requestOf),
    requests.map((it) => ({ method: it.split(' ')[0], path: '/v1/{id}' })),
  );
  assert.deepEqual(requestOf('GET /'), { method: 'GET', path: '/' });
  for (const other of [
    'TRACE /a',
    'get /a',
    'GET a',
    'GET  /a',
    'GET /a b',
    ' GET /a',
    'FORGET /a',
    'parcels.send',
    '',
  ])
    assert.equal(requestOf(other), undefined, other);
});

const KEY = { header: 'Idempotency-Key' };
const NO_KEY = {};
const FOR_ALL = { idempotency: KEY };
const FOR_SOME = { idempotency: { ...KEY, operations: ['POST /a', 'send'] } };

/** Whether a code that these operations return is safe to retry with a key. */
const keyed = (api: typeof NO_KEY, ...operations: string[]) =>
  isKeyedCode(api, { operations: operations.map((operation) => ({ operation })) });

test('a key is honored for every operation, or for those that the API lists', () => {
  for (const [api, expected] of [
    [NO_KEY, [false, false, false]],
    [FOR_ALL, [true, true, true]],
    [FOR_SOME, [true, false, true]],
  ] as const)
    assert.deepEqual(
      ['POST /a', 'POST /b', 'send'].map((operation) => isKeyedOperation(api, operation)),
      expected,
    );
});

test('a key is honored for a code if it is for every write that returns it', () => {
  assert.deepEqual([keyed(NO_KEY), keyed(NO_KEY, 'POST /a')], [false, false]);
  assert.deepEqual([keyed(FOR_ALL), keyed(FOR_ALL, 'POST /b')], [true, true]);
  assert.equal(keyed(FOR_SOME), false);
  assert.equal(keyed(FOR_SOME, 'GET /b'), false);
  assert.equal(keyed(FOR_SOME, 'GET /b', 'POST /a'), true);
  assert.equal(keyed(FOR_SOME, 'send', 'POST /a'), true);
  assert.equal(keyed(FOR_SOME, 'POST /a', 'PATCH /b'), false);
  assert.equal(keyed(FOR_SOME, 'POST /a', 'other'), false);
});

const SAFE = 'GET, HEAD, PUT, and DELETE are safe to retry.';
const CHECK = `${SAFE} Before you retry a POST or PATCH, check whether it took effect.`;
const WITH_KEY = `${SAFE} Retry a POST or PATCH only if it has the header Idempotency-Key, with the same key each time.`;

test('a page says whether the request was carried out, and what may be retried', () => {
  const notes = (key?: typeof KEY) =>
    EFFECTS.map((effect) => POLICIES.map((policy) => effectNote(policy, effect, key)));
  const none = 'The request was not carried out, so any method is safe to retry, including POST and PATCH.';
  const unknown = 'The request may have been carried out.';
  const done = 'The request was carried out.';
  const never = `${done} Don’t retry a POST or PATCH.`;
  const nothing = undefined;
  assert.deepEqual(notes(), [
    [nothing, nothing, none, none],
    [unknown, unknown, `${unknown} ${CHECK}`, `${unknown} ${CHECK}`],
    [done, done, never, never],
    [nothing, nothing, nothing, nothing],
  ]);
  assert.deepEqual(notes(KEY)[1], [unknown, unknown, `${unknown} ${WITH_KEY}`, `${unknown} ${WITH_KEY}`]);
  assert.equal(checkFirst(FOR_SOME.idempotency), `${WITH_KEY} The API honors the key for POST /a, send.`);
  assert.equal(
    unknownEffectNote(undefined),
    `After a 4xx, the request was not carried out. After any other status, it may have been. ${CHECK}`,
  );
});
