import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTransient, policyOfStatus, TRANSIENT_4XX } from '../../src/model/unknown-codes.ts';

test('408, 425, 429 and every 5xx report a temporary failure, and nothing else does', () => {
  const all = Array.from({ length: 700 }, (_, status) => status);
  const from500 = Array.from({ length: 100 }, (_, i) => 500 + i);
  assert.deepEqual(all.filter(isTransient), [408, 425, 429, ...from500]);
  assert.deepEqual(TRANSIENT_4XX, [408, 425, 429]);
  for (const status of ['503', '429', 'DROPPED', undefined]) assert.equal(isTransient(status), false);
});

test('after an unknown code, a caller retries with backoff if the status reports a temporary failure', () => {
  const statuses = [200, 400, 408, 429, 499, 500, 503, 600, '503', undefined];
  assert.deepEqual(statuses.map(policyOfStatus), [
    ...['never', 'never', 'backoff', 'backoff', 'never', 'backoff', 'backoff'],
    ...['never', 'never', 'never'],
  ]);
});
