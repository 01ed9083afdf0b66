import assert from 'node:assert/strict';
import { test } from 'node:test';
import { append, greatest } from '../../src/registry/append.ts';
import { code } from '../../src/registry/artifacts/markdown/write.ts';

/** More than an engine takes as the arguments of one call. */
const MANY = 200_000;

test('a list takes any number of items', () => {
  const list = [0];
  append(
    list,
    Array.from({ length: MANY }, (_, i) => i),
  );
  assert.equal(list.length, MANY + 1);
  assert.equal(greatest(list), MANY - 1);
  assert.equal(greatest([]), 0);
});

test('a text may hold any number of backticks', () => {
  assert.ok(code('` '.repeat(MANY)).startsWith('`` '));
});
