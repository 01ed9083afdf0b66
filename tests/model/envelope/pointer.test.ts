import assert from 'node:assert/strict';
import { test } from 'node:test';
import { below, put, tokensOf, valueAt } from '../../../src/model/envelope/pointer.ts';
import type { Json } from '../../../src/model/schema/field.ts';

/** The document and the values of RFC 6901, section 5. */
const DOCUMENT = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
};

const VALUES: Record<string, unknown> = {
  '': DOCUMENT,
  '/foo': ['bar', 'baz'],
  '/foo/0': 'bar',
  '/': 0,
  '/a~1b': 1,
  '/c%d': 2,
  '/e^f': 3,
  '/g|h': 4,
  '/i\\j': 5,
  '/k"l': 6,
  '/ ': 7,
  '/m~0n': 8,
};

test("the examples of JSON Pointer's standard lead to their values", () => {
  const found = Object.fromEntries(Object.keys(VALUES).map((pointer) => [pointer, valueAt(DOCUMENT, pointer)]));
  assert.deepEqual(found, VALUES);
});

test('a pointer that leads nowhere has no value, even where the program has a property of that name', () => {
  const body = { a: null, b: 'text', c: { d: 1 }, list: [1] };
  for (const pointer of ['/z', '/a/x', '/b/length', '/b/0', '/c/d/toFixed', '/toString', '/c/__proto__', '/list/1'])
    assert.equal(valueAt(body, pointer), undefined, pointer);
  for (const none of [null, undefined, 'text', 1]) assert.equal(valueAt(none, '/length'), undefined);
  assert.equal(valueAt(body, '/a'), null);
});

test('every escape in a token is read, ~1 before ~0', () => {
  assert.deepEqual(tokensOf('/a~1b~1c/~0~0/~01/'), ['a/b/c', '~~', '~1', '']);
  assert.deepEqual(tokensOf(''), []);
});

test('what is put below a pointer is read back as one token', () => {
  assert.equal(below('/a', 'b/c/d'), '/a/b~1c~1d');
  assert.equal(below('', '~~1'), '/~0~01');
  assert.equal(below('/a', 0), '/a/0');
  for (const token of ['a/b/c', '~~', '~1', '', '~01/']) assert.deepEqual(tokensOf(below('/x', token)), ['x', token]);
});

/** A body after values have been put into it. */
function bodyOf(start: { [key: string]: Json }, values: readonly (readonly [pointer: string, value: Json])[]) {
  for (const [pointer, value] of values) put(start, pointer, value);
  return start;
}

test('putting a value makes the objects on the path and keeps what is there', () => {
  assert.deepEqual(
    bodyOf({ error: { code: 'A' } }, [
      ['/error/details/limit', 5],
      ['/error/code', 'B'],
      ['/ok', false],
    ]),
    { error: { code: 'B', details: { limit: 5 } }, ok: false },
  );
});

test('a step through something else than an object or list replaces it', () => {
  assert.deepEqual(
    bodyOf({ a: 'text', b: null, c: 1 }, [
      ['/a/x', 1],
      ['/b/x', 2],
      ['/c/x/y', 3],
    ]),
    {
      a: { x: 1 },
      b: { x: 2 },
      c: { x: { y: 3 } },
    },
  );
});

test('an item of a list is put in its place', () => {
  assert.deepEqual(
    bodyOf({ list: [{ a: 1 }, 2] }, [
      ['/list/0/b', 3],
      ['/list/1', 4],
    ]),
    { list: [{ a: 1, b: 3 }, 4] },
  );
});

test('__proto__ and names that objects inherit are fields like any other', () => {
  const body = bodyOf({}, [
    ['/__proto__/polluted', 1],
    ['/constructor/name', 'x'],
  ]);
  assert.equal(JSON.stringify(body), '{"__proto__":{"polluted":1},"constructor":{"name":"x"}}');
  assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
});

test('a field that was put can be changed and deleted as any other', () => {
  const body = bodyOf({}, [['/a', 1]]);
  assert.deepEqual(Object.getOwnPropertyDescriptor(body, 'a'), {
    value: 1,
    enumerable: true,
    configurable: true,
    writable: true,
  });
});
