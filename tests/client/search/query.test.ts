import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuery } from '../../../src/client/search/query.ts';

const NOTHING = { text: '', filters: [], unknown: [] };

for (const [typed, expected] of [
  ['', NOTHING],
  ['  scope   missing ', { ...NOTHING, text: 'scope missing' }],
  ['404', { ...NOTHING, text: '404' }],
  ['fault:caller', { ...NOTHING, filters: [{ name: 'fault', values: ['caller'] }] }],
  ['FAULT:Caller', { ...NOTHING, filters: [{ name: 'fault', values: ['Caller'] }] }],
  ['status:404,4xx x', { text: 'x', filters: [{ name: 'status', values: ['404', '4xx'] }], unknown: [] }],
  [
    'is:deprecated no retry:never scope api:"Voice Studio"',
    {
      text: 'no scope',
      filters: [
        { name: 'is', values: ['deprecated'] },
        { name: 'retry', values: ['never'] },
        { name: 'api', values: ['Voice Studio'] },
      ],
      unknown: [],
    },
  ],
  ['domain:"Seat res', { ...NOTHING, filters: [{ name: 'domain', values: ['Seat res'] }] }],
  ['api:', NOTHING],
  ['api:"" scope', { ...NOTHING, text: 'scope' }],
  ['status:,', NOTHING],
  ['fualt:caller scope', { text: 'fualt:caller scope', filters: [], unknown: ['fualt'] }],
  ['urn:orders:sold-out', { text: 'urn:orders:sold-out', filters: [], unknown: ['urn'] }],
  ['notapi:x', { text: 'notapi:x', filters: [], unknown: ['notapi'] }],
  // no filters: an address, a time, a message, a header, a body
  ['https://errors.example/x', { ...NOTHING, text: 'https://errors.example/x' }],
  ['at 12:30', { ...NOTHING, text: 'at 12:30' }],
  ['Error: it failed', { ...NOTHING, text: 'Error: it failed' }],
  ['Retry-After:30', { ...NOTHING, text: 'Retry-After:30' }],
  ['{"code":"X"}', { ...NOTHING, text: '{"code":"X"}' }],
] as const) {
  test(`a query is read: ${typed || 'nothing'}`, () => {
    assert.deepEqual(readQuery(typed), expected);
  });
}

test('a long paste is cut', () => {
  assert.equal(readQuery('a'.repeat(100_000)).text.length, 600);
});
