import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CodePlaces, specified } from '../../src/evidence/spec.ts';
import { readJson } from '../../src/load/index.ts';

type Named = [code: string, status: string, exact: boolean, path: string];

/** What an OpenAPI document names: each code with its status, whether it is exactly this one, and where that is written. */
function named(value: unknown, pointers: readonly string[] = ['/code']): Named[] {
  return namedAt(value, { pointers: pointers.map((pointer) => ({ pointer })), headers: [] });
}

function namedAt(value: unknown, places: CodePlaces): Named[] {
  const document = readJson({ path: 'openapi.json', text: JSON.stringify(value) });
  return specified(document, places).map(({ code, status, exact, path }) => [code, status, exact, path.join(' ')]);
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

test('codes are read from XML, from a part of a longer value, and from headers', () => {
  const xml = '<?xml version="1.0"?>\n<Error><Code>A</Code></Error>';
  const schema = { xml: { name: 'Error' }, properties: { Code: { enum: ['B'] } } };
  const inXml = { 'application/xml': { examples: { one: { value: xml }, two: { value: 'no XML' } }, schema } };
  const header = { schema: { enum: ['C:https://x', 'D'] }, example: 'C' };
  const response = {
    content: { ...inXml, json: { example: { type: 'a.b#E' } } },
    headers: { 'X-Error': header, Other: header },
  };
  const found = namedAt(
    { paths: { '/parcels': { get: { responses: { 404: response } } } } },
    {
      pointers: [{ pointer: '/Error/Code' }, { pointer: '/type', after: '#' }],
      headers: [{ name: 'x-error', until: ':' }],
    },
  );
  const at = 'paths /parcels get responses 404';
  assert.deepEqual(found, [
    ['A', '404', true, `${at} content application/xml examples one value`],
    ['B', '404', true, `${at} content application/xml schema properties Code enum 0`],
    ['E', '404', true, `${at} content json example type`],
    ['C', '404', true, `${at} headers X-Error example`],
    ['C', '404', false, `${at} headers X-Error schema enum 0`],
    ['D', '404', false, `${at} headers X-Error schema enum 1`],
  ]);
});
