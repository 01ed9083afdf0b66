import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { once } from '../../src/model/once.ts';

test('a value is computed once, also if it is undefined, and again where that failed', () => {
  let calls = 0;
  const none = once(() => void calls++);
  assert.deepEqual([none(), none(), calls], [undefined, undefined, 1]);

  const failing = once(() => {
    if (++calls < 4) throw new Error('not yet');
    return calls;
  });
  assert.throws(failing, /not yet/);
  assert.throws(failing, /not yet/);
  assert.deepEqual([failing(), failing()], [4, 4]);
});

test('what a value was computed from is not kept with it: a large registry would be in memory twice', async () => {
  const { count, source } = countOfLargeSource();
  assert.equal(count(), 1_000);
  // an object stays until the end of the job in which a weak reference to it was made
  await setTimeout(0);
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  assert.equal(source.deref(), undefined);
  assert.equal(count(), 1_000);
});

function countOfLargeSource(): { count(): number; source: WeakRef<string[]> } {
  const source = Array.from({ length: 1_000 }, (_, place) => `${place}`);
  return { count: once(() => source.length), source: new WeakRef(source) };
}
