import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Field, type Json, withRole } from '../../src/index.ts';
import { eachError } from '../../src/model/envelope/each-error.ts';
import { dotted, put } from '../../src/model/envelope/pointer.ts';
import { bodySchema, mismatches } from '../../src/model/envelope/schema.ts';

function built(...values: [pointer: string, value: Json][]): Json {
  const body: { [key: string]: Json } = {};
  for (const [pointer, value] of values) put(body, pointer, value);
  return body;
}

test('a number in a pointer makes an array, except in an object that is there', () => {
  assert.deepEqual(built(['/errors/0/code', 'A'], ['/errors/0/text', 'B']), { errors: [{ code: 'A', text: 'B' }] });
  assert.deepEqual(built(['/a/0/b/1', 'x']), { a: [{ b: [null, 'x'] }] });
  assert.deepEqual(built(['/errors', {}], ['/errors/0', 'A']), { errors: { 0: 'A' } });
  assert.deepEqual(built(['/0', 'A']), { 0: 'A' });
});

test('what is no element of an array is left out of it, and no array gets as long as a pointer likes', () => {
  for (const token of ['length', '-', '4294967294', '01', '__proto__', 'x'])
    assert.deepEqual(built(['/errors/0', 'A'], [`/errors/${token}`, 'B']), { errors: ['A'] }, token);
  assert.equal(({} as Record<string, unknown>).B, undefined);
});

test('a pointer as programs write it', () => {
  assert.deepEqual(
    ['/code', '/error/code', '/errors/0/code', '/error/details/0/errors/0/errorCode', '/0'].map(dotted),
    ['code', 'error.code', 'errors[].code', 'error.details[].errors[].errorCode', '0'],
  );
});

const inItems: Field[] = [
  {
    pointer: '/errors',
    type: 'array',
    meaning: 'All.',
    items: [{ pointer: '/code', type: 'string', role: 'code', meaning: 'Which.' }],
  },
];
const byNumber: Field[] = [{ pointer: '/errors/0/code', type: 'string', role: 'code', meaning: 'Which.' }];

test('both ways to write a field in an array mean the same place', () => {
  for (const fields of [inItems, byNumber]) {
    assert.deepEqual(
      withRole(fields, 'code').map(({ pointer }) => pointer),
      ['/errors/0/code'],
    );
    const schema = bodySchema(fields);
    assert.deepEqual(mismatches(schema, { errors: [{ code: 'A' }, { code: 'B' }] }), []);
    assert.deepEqual(mismatches(schema, { errors: [{ code: 'A' }, {}] }), [
      { pointer: '/errors/1/code', why: 'is required, but missing' },
    ]);
    assert.equal(mismatches(schema, { errors: { 0: { code: 'A' } } }).length, 1);
  }
});

test('a number below a field that is an object stays a name', () => {
  const schema = bodySchema([
    { pointer: '/errors', type: 'object', meaning: 'By position.' },
    { pointer: '/errors/0', type: 'string', meaning: 'The first.' },
  ]);
  assert.deepEqual(mismatches(schema, { errors: { 0: 'A' } }), []);
});

test('a body once for each error in it', () => {
  const body = { a: 1, errors: [{ code: 'A' }, { text: 'x' }, null, { code: 'B' }] };
  assert.deepEqual(eachError(body, '/errors/0/code'), [
    { a: 1, errors: [{ code: 'A' }] },
    { a: 1, errors: [{ code: 'B' }] },
  ]);
  const deep = { list: [{ errors: [{ code: 'A' }, { code: 'B' }] }, {}, { errors: [{ code: 'C' }] }] };
  assert.deepEqual(eachError(deep, '/list/0/errors/0/code'), [
    { list: [{ errors: [{ code: 'A' }] }] },
    { list: [{ errors: [{ code: 'B' }] }] },
    { list: [{ errors: [{ code: 'C' }] }] },
  ]);
  for (const other of [{ errors: [] }, { errors: 'x' }, {}, { errors: { 0: { code: 'A' } } }])
    assert.deepEqual(eachError(other, '/errors/0/code'), [other]);
});
