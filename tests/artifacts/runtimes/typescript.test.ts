import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorCodeOf } from '../../../src/artifacts/runtimes/typescript/code-by-message.ts';
import { errorCodeOf as errorCodeIn } from '../../../src/artifacts/runtimes/typescript/code-in-body.ts';
import { LONGEST_DELAY_MS, retryDelay } from '../../../src/artifacts/runtimes/typescript/delays.ts';
import { docsUrl } from '../../../src/artifacts/runtimes/typescript/docs.ts';
import { fits, hasErrorCode, isErrorBody } from '../../../src/artifacts/runtimes/typescript/guards.ts';
import {
  effectOf,
  isKnownErrorCode,
  isRetryable,
  isWriteRetryable,
  retryAttempts,
  retryPolicy,
} from '../../../src/artifacts/runtimes/typescript/policies.ts';
import { addressOf } from '../../../src/model/address.ts';
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

test('a field has a value of its type, or the only one that it may have', () => {
  const values = [null, 'a', '', 1, 1.5, true, [], {}, undefined];
  const fitting = (type: string, only?: unknown) => values.filter((value) => fits(value, type, only));
  assert.deepEqual(
    ['null', 'string', 'number', 'integer', 'boolean', 'array', 'object'].map((type) => fitting(type)),
    [[null], ['a', ''], [1, 1.5], [1], [true], [[]], [{}]],
  );
  assert.deepEqual([fitting('string', 'a'), fitting('integer', 1), fitting('null', null)], [['a'], [1], [null]]);
});

const NOW = Date.UTC(2026, 0, 31, 12);

/** The delay of a response to `TOO_MANY`, whose own delay is 2500. */
function delayAfter(after: string | undefined, body: object = {}, date?: string): number | undefined {
  const headers = new Headers({ ...(after !== undefined && { 'Retry-After': after }), ...(date && { Date: date }) });
  return retryDelay({ headers }, { code: 'TOO_MANY', ...body }, NOW);
}

test('a delay may be a date in each of the three forms of HTTP', () => {
  const delays = {
    'Sat, 31 Jan 2026 12:00:30 GMT': 30_000,
    'Saturday, 31-Jan-26 12:00:30 GMT': 30_000,
    'Sat Jan 31 12:00:30 2026': 30_000,
    'Sun Feb  1 12:00:00 2026': 86_400_000,
    'Wednesday, 04-Feb-26 12:00:00 GMT': 345_600_000,
    'Sat, 31 Jan 2026 11:59:59 GMT': 0,
    // fifty years ahead, and one more, which is of the past
    'Friday, 31-Jan-76 12:00:00 GMT': LONGEST_DELAY_MS,
    'Monday, 31-Jan-77 12:00:00 GMT': 0,
    'Saturday, 31-Jan-99 12:00:00 GMT': 0,
    'Saturday, 31-Jan-00 12:00:00 GMT': 0,
  };
  assert.deepEqual(Object.fromEntries(Object.keys(delays).map((after) => [after, delayAfter(after)])), delays);
  for (const [month, name] of 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ').entries()) {
    const date = `Thu, 05 ${name} 2026 00:00:00 GMT`;
    const now = Date.UTC(2026, month, 4, 23, 59, 50);
    assert.equal(retryDelay({ headers: new Headers({ 'Retry-After': date }) }, undefined, now), 10_000, name);
  }
});

test('a date counts from the date of the response', () => {
  const after = 'Sat, 31 Jan 2026 12:00:30 GMT';
  assert.equal(delayAfter(after, {}, 'Sat, 31 Jan 2026 11:59:00 GMT'), 90_000);
  assert.equal(delayAfter(after, {}, 'today'), 30_000);
  assert.equal(delayAfter('5', {}, 'Sat, 31 Jan 2026 11:59:00 GMT'), 5000);
});

test('what is neither seconds nor a date is ignored', () => {
  const others = ['', 'soon', '-5', '1.5', '5s', 'x5', '2026-01-31T12:00:30Z', 'Sat, 31 Jnr 2026 12:00:30 GMT'];
  const dates = ['Sat, 32 Jan 2026 12:00:30 GMT', 'Sat, 31 Jan 2026 12:00:30 GMT+1', '31 Jan 2026 12:00:30 GMT'];
  const more = ['x Sat Jan 31 12:00:30 2026', 'Sat Jan 31 12:00:30 20260', 'xSaturday, 31-Jan-26 12:00:30 GMT'];
  for (const after of [...others, ...dates, ...more, 'Saturday, 31-Jan-26 12:00:30 GMTx'])
    assert.equal(delayAfter(after), 2500, after);
  for (const wait of [-1, Number.NaN, null, true, [5], '1.5', 'soon'])
    assert.equal(delayAfter(undefined, { wait }), 2500);
  assert.deepEqual(
    [0, '3', 0.25, '0', 'Sat, 31 Jan 2026 12:00:30 GMT'].map((wait) => delayAfter(undefined, { wait })),
    [0, 3000, 250, 0, 30_000],
  );
  assert.equal(delayAfter('0', { wait: 3 }), 0);
});

test('addresses and values are written as everywhere else', () => {
  const texts = [
    'LOST',
    'a.b',
    '.a.',
    'nul',
    'com1.x',
    'NULL',
    "!'()*~-_. +%",
    'é',
    '\u07ff',
    '\u0800',
    '日',
    '\uffff',
    '😀',
    '\u0001',
    '\u007f',
    '\u0080',
    '\ud800x',
    'x\udc00',
    '\u{10ffff}',
  ];
  for (const text of texts) {
    const values = new URLSearchParams([[text, text]]);
    assert.equal(
      docsUrl(text, { [text]: text }),
      `https://errors.example.com/parcels/errors/${addressOf(text)}/#${values}`,
    );
  }
  assert.equal(docsUrl('LOST', { none: undefined }), 'https://errors.example.com/parcels/errors/LOST/');
  assert.equal(
    docsUrl('LOST', { no: false, zero: 0 }),
    'https://errors.example.com/parcels/errors/LOST/#no=false&zero=0',
  );
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
