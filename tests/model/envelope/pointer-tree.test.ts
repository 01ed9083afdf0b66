import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PointerTree } from '../../../src/model/envelope/pointer-tree.ts';

const tree = new PointerTree([
  ['/a', 1],
  ['/a/b/c', 2],
  ['/a/b/c', 3],
  ['/a/b', 4],
  ['/d/e', 5],
]);

test('the value at a pointer is the first that was put in', () => {
  assert.deepEqual(
    ['/a', '/a/b', '/a/b/c', '/d', '/d/e', '/x', '/a/x/y'].map((it) => tree.at(it)),
    [...[1, 4, 2, undefined, 5, undefined, undefined]],
  );
});

test('the values above a pointer come from the outside in, without its own', () => {
  assert.deepEqual(
    ['/a', '/a/b', '/a/b/c', '/a/b/c/d', '/a/x/y', '/d/e', '/x/y'].map((it) => tree.above(it)),
    [...[[], [1], [1, 4], [1, 4, 2], [1], [], []]],
  );
});

test('the first value below a pointer is found at any depth', () => {
  assert.deepEqual(
    ['/a', '/a/b', '/a/b/c', '/d', '/x', ''].map((it) => tree.firstBelow(it)),
    [2, 2, undefined, 5, undefined, 1],
  );
});
