import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, differenceSentence } from '../../src/decode/index.ts';
import { GROWN, registryIn } from '../helpers/registry.ts';
import { indexOf } from './setup.ts';

const index = indexOf(await registryIn(GROWN));
const OLD = 'SAILING_FULL is an old spelling; the code is now CROSSING_FULL.';

for (const [what, paste] of [
  ['a body', '{"code":"SAILING_FULL","message":"The crossing is full."}'],
  ['a line of a log', '2026-11-21 10:00:00 worker-3 booking failed: SAILING_FULL (409)'],
  ['the spelling alone', 'SAILING_FULL'],
] as const) {
  test(`${what} with an old spelling is explained as the code, and it is said that the spelling is old`, () => {
    const { explanations } = decode(paste, index, 0);
    assert.deepEqual(
      explanations.map(({ entry, differences }) => [entry?.code, differences.map(differenceSentence).includes(OLD)]),
      [['CROSSING_FULL', true]],
    );
  });
}

test('the code in its own spelling is not called old', () => {
  const [explanation] = decode('{"code":"CROSSING_FULL","message":"The crossing is full."}', index, 0).explanations;
  assert.deepEqual(explanation?.differences, []);
});

test('where bodies carry no code, the old name of an entry is no word of a log', () => {
  const long = 'a ship asked why berth-occupied came back, among other things. '.repeat(5);
  const { explanations } = decode(long, index, 0);
  assert.deepEqual(explanations, []);
});
