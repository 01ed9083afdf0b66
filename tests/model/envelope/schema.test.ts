import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodySchema, mismatches } from '../../../src/model/envelope/schema.ts';

const schema = bodySchema([
  { pointer: '/error/code', type: 'string', meaning: 'The code.' },
  { pointer: '/error/version', type: 'integer', const: 2 },
  { pointer: '/error/note', type: 'string', optional: true },
  { pointer: '/list', type: 'array', items: [{ pointer: '/name', type: 'string' }] },
  { pointer: '/any', type: 'object', optional: true },
  { pointer: '/none', type: 'null', optional: true },
]);

test('the schema of a body requires what is not optional, and allows what is listed', () => {
  const object = { type: 'object', additionalProperties: false };
  assert.deepEqual(JSON.parse(JSON.stringify(schema)), {
    ...object,
    required: ['error', 'list'],
    properties: {
      error: {
        ...object,
        required: ['code', 'version'],
        properties: {
          code: { type: 'string', description: 'The code.' },
          version: { type: 'integer', const: 2 },
          note: { type: 'string' },
        },
      },
      list: { type: 'array', items: { ...object, required: ['name'], properties: { name: { type: 'string' } } } },
      any: { type: 'object' },
      none: { type: 'null' },
    },
  });
});

const GOOD = { error: { code: 'A', version: 2 }, list: [{ name: 'x' }] };
const found = (more: object) => mismatches(schema, { ...GOOD, ...more }).map(({ pointer, why }) => `${pointer} ${why}`);

test('a body that fits has no mismatch', () => {
  assert.deepEqual(found({}), []);
  assert.deepEqual(found({ list: [], any: { a: 1 }, none: null, error: { ...GOOD.error, note: '' } }), []);
});

test('each mismatch has its place and its reason', () => {
  assert.deepEqual(found({ error: { code: 1, version: 3, x: 1 } }), [
    '/error/code must be of type string, but is 1',
    '/error/version must be 2, but is 3',
    '/error/x is not a field of the envelope',
  ]);
  assert.deepEqual(found({ error: {} }), [
    '/error/code is required, but missing',
    '/error/version is required, but missing',
  ]);
  assert.deepEqual(found({ list: [{ name: 'x' }, {}, 7] }), [
    '/list/1/name is required, but missing',
    '/list/2 must be of type object, but is 7',
  ]);
  assert.deepEqual(found({ list: {}, any: [], none: 0, toString: 1 }), [
    '/list must be of type array, but is {}',
    '/any must be of type object, but is []',
    '/none must be of type null, but is 0',
    '/toString is not a field of the envelope',
  ]);
  assert.deepEqual(found({ any: null }), ['/any must be of type object, but is null']);
  assert.deepEqual(found({ list: undefined }), ['/list must be of type array, but is nothing']);
  assert.deepEqual(found({ 'a/b~': 1 }), ['/a~1b~0 is not a field of the envelope']);
});

test('types are those of JSON Schema', () => {
  const types = ['integer', 'number', 'boolean', 'string', 'object', 'array', 'null'] as const;
  const fitting = (value: unknown) =>
    types.filter((type) => mismatches(bodySchema([{ pointer: '/a', type }]), { a: value }).length === 0);
  assert.deepEqual([1, 1.5, true, 'a', {}, [], null].map(fitting), [
    ['integer', 'number'],
    ...[['number'], ['boolean'], ['string'], ['object'], ['array'], ['null']],
  ]);
});

test('a long value is shown by its beginning', () => {
  assert.deepEqual(found({ none: 'x'.repeat(38) }), [`/none must be of type null, but is "${'x'.repeat(38)}"`]);
  assert.deepEqual(found({ none: 'x'.repeat(39) }), [`/none must be of type null, but is "${'x'.repeat(38)}…`]);
});
