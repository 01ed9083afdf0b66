import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { ApiError, send } from '../../../src/artifacts/runtimes/handler.ts';
import { policyOfStatus } from '../../../src/model/unknown-codes.ts';

/** What came of a request to a server that always responds like this: how often it was sent, and what was thrown. */
async function sent(
  status: number,
  body: unknown,
  init: RequestInit = {},
  headers: HeadersInit = { 'Retry-After': '0' },
) {
  const fetched = mock.method(globalThis, 'fetch', async () => new Response(JSON.stringify(body), { status, headers }));
  try {
    const result = await send('https://api.example/', init).catch((error: unknown) => error);
    const policy = result instanceof ApiError ? result.policy : 'none';
    return [fetched.mock.callCount(), policy, result instanceof ApiError ? result.message : ''];
  } finally {
    fetched.mock.restore();
  }
}

test('a known code is sent as often as its policy says', async () => {
  assert.deepEqual(await sent(422, { code: 'TOO_HEAVY' }), [1, 'never', 'TOO_HEAVY']);
  assert.deepEqual(await sent(409, { code: 'PARCEL_MOVED' }), [1, 'refetch', 'PARCEL_MOVED']);
  assert.deepEqual(await sent(429, { code: 'TOO_MANY' }), [4, 'retry-after', 'TOO_MANY']);
  assert.deepEqual(await sent(503, { code: 'DEPOT_BUSY' }), [3, 'backoff', 'DEPOT_BUSY']);
  assert.deepEqual(await sent(200, {}), [1, 'none', '']);
});

test('what could take effect twice is sent once, unless it carries a key that the API honors', async () => {
  const keyed = { method: 'POST', headers: { 'Idempotency-Key': 'k' } };
  assert.deepEqual(await sent(429, { code: 'TOO_MANY' }, { method: 'patch' }), [1, 'retry-after', 'TOO_MANY']);
  assert.deepEqual(await sent(503, { code: 'DEPOT_BUSY' }, { method: 'POST' }), [1, 'backoff', 'DEPOT_BUSY']);
  assert.deepEqual(await sent(503, { code: 'DEPOT_BUSY' }, keyed), [3, 'backoff', 'DEPOT_BUSY']);
  assert.deepEqual(await sent(429, { code: 'TOO_MANY' }, keyed), [1, 'retry-after', 'TOO_MANY']);
});

test('an unknown code follows every error status as the rest of the program does', async () => {
  for (let status = 404; status < 600; status++) {
    const policy = policyOfStatus(status);
    assert.deepEqual(await sent(status, { code: 'NEW' }, { method: 'POST' }), [1, policy, 'NEW'], `${status}`);
  }
  assert.deepEqual(await sent(500, null), [5, 'backoff', '500']);
});
