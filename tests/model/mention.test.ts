import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mentionsOf } from '../../src/model/mention.ts';

/** The codes that a text mentions, each with its place. */
const mentioned = (text: string, ...codes: string[]) =>
  mentionsOf(codes)?.(text).map(({ code, index }) => `${index} ${code}`);

test('a code is mentioned where it is between other characters than those of words', () => {
  const text = 'A PARCEL_LOST: PARCEL_LOSTS, XPARCEL_LOST, -PARCEL_LOST, PARCEL_LOST-1 (PARCEL_LOST)';
  assert.deepEqual(mentioned(text, 'PARCEL_LOST'), ['2 PARCEL_LOST', '72 PARCEL_LOST']);
  assert.deepEqual(mentioned('PARCEL_LOST', 'PARCEL_LOST'), ['0 PARCEL_LOST']);
});

test('an everyday word and a number are codes only as the whole text or in backticks', () => {
  for (const code of ['lost', 'Lost', '404']) {
    assert.deepEqual(mentioned(`${code} is ${code}, \`${code}\``, code), [`${code.length * 2 + 7} ${code}`]);
    assert.deepEqual(mentioned(code, code), [`0 ${code}`]);
    assert.deepEqual(mentioned(`\`${code} or ${code}\``, code), []);
  }
  assert.deepEqual(mentioned('a lOST parcel', 'lOST'), ['2 lOST']);
  assert.deepEqual(mentioned('a lost_1 4x', 'lost_1', '4x'), ['2 lost_1', '9 4x']);
});

test('of codes that begin in one place the first of the list is meant, and none is found inside another', () => {
  assert.deepEqual(mentioned('A.B.C_1', 'A.B', 'A.B.C_1', 'B', 'C_1'), ['0 A.B', '4 C_1']);
  assert.deepEqual(mentioned('A.B.C', 'A.B.C', 'A.B', 'B', 'C'), ['0 A.B.C']);
  assert.deepEqual(mentioned('A.B.CD', 'A.B.C', 'A.B'), ['0 A.B']);
  assert.deepEqual(mentioned('A.B', 'A.B', 'A.B'), ['0 A.B']);
});

test('without codes nothing can be mentioned, and an empty one never is', () => {
  assert.equal(mentionsOf([]), undefined);
  assert.deepEqual(mentioned('A B', ''), []);
});
