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
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE', 'delete'])
    assert.deepEqual(await sent(503, busy, { method }), [3, 'backoff', 'DEPOT_BUSY'], method);
  for (const method of ['PATCH', 'LINK', 'XGET', 'GETX'])
    assert.deepEqual(await sent(503, busy, { method }), [1, 'backoff', 'DEPOT_BUSY'], method);
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

const NOW = Date.UTC(2026, 0, 31, 12);

/** The milliseconds that are waited between the attempts, where the part of a wait that is left to chance is `random`. */
async function waits(status: number, body: unknown, after: string | undefined, random = 0): Promise<number[]> {
  const found: number[] = [];
  const headers = new Headers(after === undefined ? [] : [['Retry-After', after]]);
  const mocks = [
    mock.method(globalThis, 'fetch', async () => new Response(JSON.stringify(body), { status, headers })),
    mock.method(globalThis, 'setTimeout', (then: () => void, wait: number) => {
      found.push(wait);
      queueMicrotask(then);
    }),
    mock.method(Math, 'random', () => random),
    mock.method(Date, 'now', () => NOW),
  ];
  try {
    await assert.rejects(send('https://api.example.com/v1/bookings'), ApiError);
  } finally {
    for (const it of mocks) it.mock.restore();
  }
  return found;
}

test('a client waits as long as the response says', async () => {
  const wait = async (after: string | undefined, body: object = {}) =>
    (await waits(503, { code: 'DEPOT_BUSY', ...body }, after, 0.5))[0];
  assert.deepEqual(
    [
      await wait('7'),
      await wait('0.25'),
      await wait('Sat, 31 Jan 2026 12:00:30 GMT'),
      await wait(undefined, { wait: 3 }),
    ],
    [7000, 250, 30_000, 3000],
  );
  assert.deepEqual([await wait('Sat, 31 Jan 2026 11:00:00 GMT'), await wait('0', { wait: 3 })], [0, 0]);
});

test('where the response says nothing, a client waits for the delay of the code, or at random for longer each time', async () => {
  const limited = { code: 'TOO_MANY' };
  assert.deepEqual(await waits(429, limited, undefined, 0.5), [2500, 2500, 2500]);
  assert.deepEqual(await waits(429, limited, 'soon'), [2500, 2500, 2500]);
  assert.deepEqual(await waits(500, {}, undefined, 0), [1000, 1000, 1000, 1000]);
  assert.deepEqual(await waits(500, {}, 'x5', 1), [2000, 4000, 8000, 16_000]);
  assert.deepEqual(await waits(500, {}, '5 s', 0.5), [1500, 2500, 4500, 8500]);
});

test('an error has what its handler needs to know', async () => {
  const response = new Response('{"code":"PARCEL_MOVED","id":7}', { status: 409 });
  const fetched = mock.method(globalThis, 'fetch', async () => response);
  try {
    await assert.rejects(send('https://api.example.com/v1/bookings'), (error) => {
      assert.ok(error instanceof ApiError);
      const { message, policy, effect, body, cause } = error;
      assert.deepEqual(
        { message, policy, effect, body },
        {
          message: 'PARCEL_MOVED',
          policy: 'refetch',
          effect: 'none',
          body: { code: 'PARCEL_MOVED', id: 7 },
        },
      );
      return cause === response && error.response === response;
    });
  } finally {
    fetched.mock.restore();
  }
});
