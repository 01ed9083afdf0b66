import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named, sentenceParts } from '../../src/model/named.ts';

test('a sentence gives back the names that were put into it, those with backticks too', () => {
  for (const name of ['PARCEL_LOST', 'a`b', '`', '``x`', 'with spaces', '404 Not Found']) {
    const parts = sentenceParts(`${named(name)} changed, and ${named('B')} did not.`);
    assert.deepEqual(parts, [
      { text: name, isName: true },
      { text: ' changed, and ', isName: false },
      { text: 'B', isName: true },
      { text: ' did not.', isName: false },
    ]);
  }
});

test('a backtick that encloses nothing stays what it is', () => {
  assert.deepEqual(sentenceParts('one ` alone'), [{ text: 'one ` alone', isName: false }]);
  assert.deepEqual(sentenceParts(''), []);
});
