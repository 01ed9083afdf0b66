import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mockOf } from '../../src/index.ts';
import { NAMESPACES, registryIn } from '../helpers/registry.ts';

const answer = mockOf(await registryIn(NAMESPACES), (api, code) => `/${api}/${code}`);

test('a path names a code by its name, or by what is sent where no other namespace sends it', () => {
  const body = (target: string) => JSON.parse(answer({ target, prefer: '' }).body);
  assert.deepEqual(body('/ledger/billing.NOT_FOUND'), {
    category: 'billing',
    code: 'NOT_FOUND',
    message: 'There is no such bill.',
  });
  assert.equal(body('/ledger/MOVING').category, 'account');
  assert.deepEqual(body('/adverts/fieldError.UNKNOWN').error.details[0].errors[0].errorCode, { fieldError: 'UNKNOWN' });
  assert.equal(body('/ledger/account.IN_TRANSIT').code, 'MOVING');
});

test('of a code that several namespaces have, the mock server asks which one is meant', () => {
  const { status, body } = answer({ target: '/adverts/UNKNOWN', prefer: '' });
  assert.equal(status, 400);
  assert.deepEqual(JSON.parse(body), {
    title: 'Mock server: several namespaces have this code',
    status: 400,
    detail: 'Say which one is meant: `/adverts/queryError.UNKNOWN`, `/adverts/fieldError.UNKNOWN`.',
  });
});
