import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorCodeOf } from '../../../src/artifacts/runtimes/typescript/code-by-message.ts';
import { errorCodeOf as errorCodeIn } from '../../../src/artifacts/runtimes/typescript/code-in-body.ts';
import { LONGEST_DELAY_MS, retryDelay } from '../../../src/artifacts/runtimes/typescript/delays.ts';
import { docsUrl } from '../../../src/artifacts/runtimes/typescript/docs.ts';
import { hasErrorCode, isErrorBody } from '../../../src/artifacts/runtimes/typescript/guards.ts';
import {
  effectOf,
  isKnownErrorCode,
  isRetryable,
  isWriteRetryable,
  retryAttempts,
  retryPolicy,
} from '../../../src/artifacts/runtimes/typescript/policies.ts';
import { effectOfStatus } from '../../../src/model/effect.ts';
import { policyOfStatus } from '../../../src/model/unknown-codes.ts';

test('a known code has its own policy, whatever the status', () => {
  const policies = ['TOO_HEAVY', 'PARCEL_MOVED', 'TOO_MANY', 'DEPOT_BUSY'].map((code) => retryPolicy(code, 500));
  assert.deepEqual(policies, ['never', 'refetch', 'retry-after', 'backoff']);
  assert.deepEqual(
    [retryAttempts('TOO_MANY'), retryAttempts('TOO_HEAVY'), retryAttempts('NEW')],
    [4, undefined, undefined],
  );
});

test('an unknown code, and no code at all, follow every status as the rest of the program does', () => {
  for (let status = 0; status < 1000; status++) {
    for (const code of ['NEW', 'constructor', '', undefined]) {
      assert.equal(retryPolicy(code, status), policyOfStatus(status), `${code} ${status}`);
      assert.equal(isRetryable(code, status), policyOfStatus(status) === 'backoff', `${code} ${status}`);
    }
  }
  assert.equal(retryPolicy('NEW'), 'never');
  assert.deepEqual(['TOO_MANY', 'too_many', '__proto__'].map(isKnownErrorCode), [true, false, false]);
});

test('a write is retried if it was not carried out, or with a key', () => {
  assert.deepEqual(
    ['TOO_HEAVY', 'PARCEL_MOVED', 'TOO_MANY', 'DEPOT_BUSY'].map((code) => [
      effectOf(code, 500),
      isWriteRetryable(code, 500),
      isWriteRetryable(code, 500, true),
    ]),
    [
      ['none', false, false],
      ['none', false, false],
      ['none', true, true],
      ['unknown', false, true],
    ],
  );
  for (let status = 400; status < 600; status++) {
    assert.equal(effectOf('NEW', status), effectOfStatus(status), `${status}`);
    const isRejected = policyOfStatus(status) === 'backoff' && status < 500;
    assert.equal(isWriteRetryable(undefined, status), isRejected, `${status}`);
  }
  assert.deepEqual([effectOf(undefined), isWriteRetryable('NEW', 503, true)], ['unknown', true]);
});

test('the code is read from the body, or from message and status where bodies carry none', () => {
  for (const read of [errorCodeOf, errorCodeIn]) {
    assert.equal(read({ code: 'NEW' }), 'NEW');
    assert.equal(read({ code: 50035 }), '50035');
    for (const body of [null, 'TOO_MANY', [], { code: null }, { error: { code: 'NEW' } }])
      assert.equal(read(body), undefined);
  }
  const message = 'The door is locked.';
  assert.deepEqual(
    [
      errorCodeOf({ message }),
      errorCodeOf({ message }, 403),
      errorCodeOf({ message, status: 403 }),
      errorCodeOf({ message }, 404),
    ],
    ['door-locked', 'door-locked', 'door-locked', undefined],
  );
});

test('guards look at the fields that every body carries', () => {
  assert.ok(isErrorBody({ code: 'NEW', message: '' }) && isErrorBody({ status: 403, message: '' }));
  for (const body of [null, [], {}, { code: 1, message: '' }, { status: 4.5, message: '' }, { message: '' }])
    assert.ok(!isErrorBody(body), JSON.stringify(body));
  assert.ok(hasErrorCode({ code: 'TOO_MANY', message: '' }, 'TOO_MANY'));
  assert.ok(!hasErrorCode({ code: 'TOO_MANY', message: '' }, 'TOO_HEAVY'));
});

test('a delay is a whole number of milliseconds: by the header, else by the body, else by the code', () => {
  const now = Date.UTC(2026, 0, 31, 12);
  const wait = (after: string | undefined, body: unknown) =>
    retryDelay({ headers: new Headers(after === undefined ? {} : { 'Retry-After': after }) }, body, now);
  const coded = { code: 'TOO_MANY', message: '', wait: 0.0015 };
  assert.equal(wait('7', coded), 7000);
  assert.equal(wait('Sat, 31 Jan 2026 12:00:30 GMT', coded), 30_000);
  assert.equal(wait('soon', coded), 2);
  assert.equal(wait(undefined, { code: 'TOO_MANY' }), 2500);
  assert.equal(wait('99999999999', undefined), LONGEST_DELAY_MS);
  assert.equal(wait(undefined, { code: 'NEW' }), undefined);
});

test('an address holds any code, and its fragment holds the values of a response', () => {
  const base = 'https://errors.example.com/parcels/errors/';
  assert.equal(docsUrl('a/b é', { id: 'x y', none: undefined, n: 1 }), `${base}a~2Fb~20~C3~A9/#id=x+y&n=1`);
  assert.deepEqual(
    [docsUrl('..'), docsUrl('LPT1'), docsUrl('con.txt')],
    [`${base}~2E~2E/`, `${base}~4CPT1/`, `${base}~63on.txt/`],
  );
});
