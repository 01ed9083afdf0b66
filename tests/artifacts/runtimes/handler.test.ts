import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { ApiError, send } from '../../../src/artifacts/runtimes/handler.ts';
import { effectOfStatus } from '../../../src/model/effect.ts';
import { policyOfStatus } from '../../../src/model/unknown-codes.ts';

/** What came of a request to a server that always responds like this: how often it was sent, and what was thrown. */
async function sent(
  status: number,
  body: unknown,
  init: RequestInit = {},
  url = 'https://api.example.com/v1/bookings',
) {
  const fetched = mock.method(globalThis, 'fetch', async () => {
    return new Response(JSON.stringify(body), { status, headers: { 'Retry-After': '0' } });
  });
  try {
    const result = await send(url, init).catch((error: unknown) => error);
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

test('a write is sent again if it was not carried out, or with a key that the API honors for the operation', async () => {
  const keyed = { method: 'POST', headers: { 'Idempotency-Key': 'k' } };
  const busy = { code: 'DEPOT_BUSY' };
  assert.deepEqual(await sent(429, { code: 'TOO_MANY' }, { method: 'patch' }), [4, 'retry-after', 'TOO_MANY']);
  assert.deepEqual(await sent(503, busy, { method: 'POST' }), [1, 'backoff', 'DEPOT_BUSY']);
  assert.deepEqual(await sent(503, busy, { method: 'put' }), [3, 'backoff', 'DEPOT_BUSY']);
  assert.deepEqual(await sent(503, busy, keyed), [3, 'backoff', 'DEPOT_BUSY']);
  for (const [count, path, method] of [
    [3, '/v1/parcels/7/labels', 'POST'],
    [1, '/v1/parcels/7/labels', 'PATCH'],
    [1, '/v1/parcels/7/8/labels', 'POST'],
    [1, '/v2/v1/bookings', 'POST'],
    [1, '/v1/bookings/', 'POST'],
    [3, '/v1/bookings?dry=1', 'post'],
  ] as const) {
    const [asked] = await sent(503, busy, { ...keyed, method }, `https://api.example.com${path}`);
    assert.equal(asked, count, `${method} ${path}`);
  }
});

test('an unknown code follows every error status as the rest of the program does', async () => {
  for (let status = 404; status < 600; status++) {
    const policy = policyOfStatus(status);
    const count = policy === 'backoff' && effectOfStatus(status) === 'none' ? 5 : 1;
    assert.deepEqual(await sent(status, { code: 'NEW' }, { method: 'POST' }), [count, policy, 'NEW'], `${status}`);
  }
  assert.deepEqual(await sent(500, null), [5, 'backoff', '500']);
});
