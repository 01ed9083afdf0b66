import assert from 'node:assert/strict';
import { test } from 'node:test';
import { specified } from '../../src/evidence/spec.ts';
import { readJson } from '../../src/load/index.ts';

type Named = [code: string, status: string, exact: boolean, path: string];

/** What an OpenAPI document names: each code with its status, whether it is exactly this one, and where that is written. */
function named(value: unknown, pointers: readonly string[] = ['/code']): Named[] {
  const document = readJson({ path: 'openapi.json', text: JSON.stringify(value) });
  return specified(document, pointers).map(({ code, status, exact, path }) => [code, status, exact, path.join(' ')]);
}

/** A document with one operation, which has this body under a status. */
const withMedia = (media: unknown, status = '404') => ({
  paths: { '/parcels': { get: { responses: { [status]: { content: { json: media } } } } } },
});
const AT = 'paths /parcels get responses 404 content json';
const inSchema = (schema: unknown) => named(withMedia({ schema: { properties: { code: schema } } }));
const IN_SCHEMA = `${AT} schema properties code`;

test('every method of paths and webhooks is read, and nothing else beside them', () => {
  const operation = { responses: { default: { content: { json: { example: { code: 'A' } } } } } };
  const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];
  const item = Object.fromEntries([...methods, 'parameters', 'x-other'].map((name) => [name, operation]));
  for (const group of ['paths', 'webhooks']) {
    assert.deepEqual(
      named({ [group]: { '/parcels': item }, components: { '/parcels': item } }),
      methods.map((method) => [
        'A',
        'default',
        true,
        `${group} /parcels ${method} responses default content json example code`,
      ]),
    );
  }
});

test('codes are read from examples, alone or with names, at every pointer', () => {
  assert.deepEqual(named(withMedia({ example: { code: 'A', error: { id: 7 } } }), ['/code', '/error/id']), [
    ['A', '404', true, `${AT} example code`],
    ['7', '404', true, `${AT} example error id`],
  ]);
  assert.deepEqual(named(withMedia({ examples: { one: { value: { code: 'A' } }, two: { value: { code: 1.5 } } } })), [
    ['A', '404', true, `${AT} examples one value code`],
  ]);
});

test('codes are read from what a schema allows; one of several may be of another response', () => {
  assert.deepEqual(inSchema({ const: 'A', example: 'B', examples: ['C', 'D'] }), [
    ['A', '404', true, `${IN_SCHEMA} const`],
    ['B', '404', true, `${IN_SCHEMA} example`],
    ['C', '404', true, `${IN_SCHEMA} examples 0`],
    ['D', '404', true, `${IN_SCHEMA} examples 1`],
  ]);
  assert.deepEqual(inSchema({ enum: ['A'] }), [['A', '404', true, `${IN_SCHEMA} enum 0`]]);
  assert.deepEqual(inSchema({ enum: ['A', 'B'] }), [
    ['A', '404', false, `${IN_SCHEMA} enum 0`],
    ['B', '404', false, `${IN_SCHEMA} enum 1`],
  ]);
});

test('schemas are read with those that they join, at any level', () => {
  for (const joined of ['allOf', 'oneOf', 'anyOf']) {
    assert.deepEqual(inSchema({ [joined]: [{ const: 'A' }, { [joined]: [{ const: 'B' }] }] }), [
      ['A', '404', true, `${IN_SCHEMA} ${joined} 0 const`],
      ['B', '404', true, `${IN_SCHEMA} ${joined} 1 ${joined} 0 const`],
    ]);
    assert.deepEqual(named(withMedia({ schema: { [joined]: [{ properties: { code: { const: 'A' } } }] } })), [
      ['A', '404', true, `${AT} schema ${joined} 0 properties code const`],
    ]);
  }
});

test('references are followed, also through others and with escaped names, and the code is where it is written', () => {
  const components = {
    responses: { Gone: { content: { json: { schema: { $ref: '#/components/schemas/a~1b%20c' } } } } },
    schemas: {
      'a/b c': { $ref: '#/components/schemas/Problem' },
      Problem: { properties: { code: { $ref: '#/components/schemas/Code' } } },
      Code: { const: 'A' },
    },
  };
  const responses = { 404: { $ref: '#/components/responses/Gone' }, 410: { $ref: '#/components/responses/Gone' } };
  assert.deepEqual(named({ paths: { '/parcels': { get: { responses } } }, components }), [
    ['A', '404', true, 'components schemas Code const'],
    ['A', '410', true, 'components schemas Code const'],
  ]);
});

test('references that lead nowhere, outside or around are passed over', () => {
  for (const $ref of ['#/components/schemas/None', 'other.json#/A', 'A', 7, null, '#/ring']) {
    assert.deepEqual(named({ ...withMedia({ schema: { $ref } }), ring: { $ref: '#/ring' } }), []);
  }
  for (const value of [null, 7, 'text', [], { paths: null }, { paths: { '/a': 'b' } }, withMedia(null)]) {
    assert.deepEqual(named(value), []);
  }
});
