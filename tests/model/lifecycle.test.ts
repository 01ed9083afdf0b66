import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOfLifeOf, isSent, lifecycleOf, notableLifecycleOf } from '../../src/model/lifecycle.ts';

const deprecated = { since: '2026-10', reason: 'It says too little.' };
const retired = { since: '2026-11', reason: 'Nothing sends it.' };

test('where a code is in its lifecycle decides what is shown, whether it is sent and what is said of its end', () => {
  const stages = [{}, { reserved: true }, { deprecated }, { retired }, { deprecated, retired }];
  const codes = stages.map((stage) => ({ reserved: false, ...stage }));
  const found = codes.map((code) => [lifecycleOf(code), notableLifecycleOf(code), isSent(code), endOfLifeOf(code)]);
  assert.deepEqual(found, [
    ['active', undefined, true, undefined],
    ['reserved', 'reserved', false, undefined],
    ['deprecated', 'deprecated', true, deprecated],
    ['retired', 'retired', false, retired],
    ['retired', 'retired', false, retired],
  ]);
});
