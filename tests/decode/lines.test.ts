import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { bareStatus } from '../../src/decode/bare-status.ts';
import { addressedIn, bestOf } from '../../src/decode/evidence.ts';
import { besideIn } from '../../src/decode/find.ts';
import { findHeads } from '../../src/decode/http-head.ts';
import { decode } from '../../src/decode/index.ts';
import { isMarkup, markupStatus, oddity } from '../../src/decode/notes.ts';
import { waitOf } from '../../src/decode/wait.ts';
import { API, files, registryOf } from '../helpers/checked.ts';
import { registryIn } from '../helpers/registry.ts';
import { index, indexOf, NOW } from './setup.ts';

const variants = indexOf(await registryIn(join(import.meta.dirname, 'variants/contracts')));

/** Lines of logs with the status that they say. */
const LINES: Record<string, number | undefined> = {
  '"GET / HTTP/1.1" 404 12': 404,
  'HTTP/2 503': 503,
  'http/1.1  200': 200,
  'status 404': 404,
  'status:404': 404,
  'status_code=404': 404,
  'Status Code: 404': 404,
  '"status": "404"': 404,
  'status-code = 404': 404,
  'httpstatus 404': undefined,
  'HTTP 404': 404,
  HTTP404: 404,
  'failed with 404': 404,
  'returned 500': 500,
  'answered with 410': 410,
  'responded 404': 404,
  'got 404': 404,
  'an error 404': 404,
  'got 304': undefined,
  '-> 404': 404,
  '=>204': 204,
  '→ 301': 301,
  '404 Not Found': 404,
  '204 OK': undefined,
  '500 OK': 500,
  'in 404 ways': undefined,
  ' 404: x': 404,
  'x 404: y': undefined,
  '304 x': undefined,
  'status=600': undefined,
  'status=4041': undefined,
};

test('a line says its status in many forms', () => {
  const found = Object.fromEntries(Object.keys(LINES).map((line) => [line, besideIn(line).status]));
  assert.deepEqual(found, LINES);
});

test('a line says the delay', () => {
  const lines = [
    'Retry-After: 30',
    'retry_after=5',
    '"retryAfter": "7"',
    'retry after : 8',
    'retry-after 9',
    'retry-after: x',
  ];
  assert.deepEqual(
    lines.map((line) => besideIn(line).retryAfter),
    ['30', '5', '7', '8', undefined, undefined],
  );
});

test('a text may consist of a status', () => {
  const alone = [
    '429',
    '"429"',
    'HTTP 429',
    'HTTP/1.1 429 Too Many Requests',
    'status: 429',
    'Status code 429',
    'http_status=429',
    'error 429',
    '(429)',
  ];
  assert.deepEqual(
    alone.map((text) => bareStatus(text, index)?.status),
    alone.map(() => 429),
  );
  const others = ['4290', '629', 'x 429', '429 at 5', 'code 429', '', `429 ${'a'.repeat(50)}`, `429${' '.repeat(98)}`];
  assert.deepEqual(
    others.map((text) => bareStatus(text, index)),
    others.map(() => undefined),
  );
  const { title, codes } = bareStatus('404', index) ?? {};
  assert.equal(title, 'Not Found');
  assert.ok(codes?.length && codes.every(({ entry }) => entry.statuses.some(({ status }) => status === 404)));
});

test('texts that cannot be read are recognized', () => {
  const kinds = (...texts: string[]) => texts.map((text) => oddity(text)?.kind);
  assert.deepEqual(kinds('', ' \n', '\u001f\u008bx', '\u001f\ufffdx', 'x\u001f\u008b'), [
    ...['empty', 'empty', 'compressed', 'compressed', 'binary'],
  ]);
  const with5 = (character: string) => character.repeat(6) + 'a'.repeat(94);
  assert.deepEqual(kinds(...['\u0000', '\ufffd', '\u0001', '\u001f'].map(with5)), Array(4).fill('binary'));
  assert.deepEqual(kinds(...['\t', '\n', '\f', '\r', '\u001b', ' ', 'é'].map(with5)), Array(7).fill(undefined));
  assert.deepEqual(kinds('\u0000'.repeat(5) + 'a'.repeat(95)), [undefined]);
  assert.deepEqual(kinds('a'.repeat(4096) + '\u0000'.repeat(4096)), [undefined]);
});

test('a web page is recognized, with the status in its title', () => {
  const pages = ['<!DOCTYPE html>', '<html lang>', 'x <head>', '<BODY>', '<?xml version', '<htmlx>', '<p>', 'html'];
  assert.deepEqual(pages.map(isMarkup), [true, true, true, true, true, false, false, false]);
  const titles = ['<title>502 Bad', '<h1> 404</h1>', '<TITLE>\n503', '<title>200', '<title>5020', '<h2>502', 'x'];
  assert.deepEqual(titles.map(markupStatus), [502, 404, 503, ...Array(4).fill(undefined)]);
});

test('a wait of up to ten years counts from when the response was sent, or else from now', () => {
  const sent = 'Sat, 14 Mar 2026 09:26:43 GMT';
  assert.deepEqual(waitOf('30', 'body', NOW, sent), {
    seconds: 20,
    until: NOW + 20_000,
    given: '30',
    from: 'body',
    dated: true,
  });
  assert.deepEqual(waitOf('0.5', 'log', NOW, undefined), {
    seconds: 1,
    until: NOW + 500,
    given: '0.5',
    from: 'log',
    dated: false,
  });
  assert.equal(waitOf('315360000', 'header', NOW, undefined)?.seconds, 315_360_000);
  assert.equal(waitOf('315360001', 'header', NOW, undefined), undefined);
  assert.equal(waitOf('1.', 'header', NOW, undefined), undefined);
  assert.equal(waitOf('1.1234567890', 'header', NOW, undefined), undefined);
});

test('a head ends with an empty line, a line that is no field, or the text', () => {
  const heads = (text: string) =>
    findHeads(text).map(({ start, end, status, headers }) => [start, text.slice(end), status, ...headers]);
  assert.deepEqual(heads('HTTP/1.1 404 Not Found\nA-b: c \n\nx'), [[0, 'x', 404, ['a-b', 'c']]]);
  assert.deepEqual(heads('HTTP/1.1 404\nA: b\nno field\nC: d'), [[0, 'no field\nC: d', 404, ['a', 'b']]]);
  assert.deepEqual(heads('HTTP/1.1 404\nA:b'), [[0, '', 404, ['a', 'b']]]);
  assert.deepEqual(heads('x\n<HTTP/2 500 \n<a: b\nc: d'), [[2, 'c: d', 500, ['a', 'b']]]);
  assert.deepEqual(heads('HTTP/1.1 404\n\nHTTP/1.1 500\n\n'), [
    [0, 'HTTP/1.1 500\n\n', 404],
    [14, '', 500],
  ]);
  assert.deepEqual(heads('HTTP/1.1 99\nHTTP/x 404\n> HTTP/1.1 404\n HTTP/1.1 404\nHTTP/1.1 404x'), []);
});

test('an address counts where it is whole', () => {
  const [api] = index.apis;
  assert.ok(api);
  const named = { ...api, address: 'api.desk.example/v1' };
  const texts = [
    'https://api.desk.example/v1/x',
    '"api.desk.example/v1"',
    'api.desk.example/v1. Then',
    'api.desk.example/v1',
    'xapi.desk.example/v1',
    '.api.desk.example/v1',
    '-api.desk.example/v1',
    'api.desk.example/v12',
    'api.desk.example/v1-x',
    'api.desk.example/v1.com',
    'api.desk.example/v12 api.desk.example/v1',
  ];
  assert.deepEqual(
    texts.map((text) => addressedIn(text, [named]).size),
    [1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1],
  );
  assert.equal(addressedIn('api', [{ ...api, address: undefined }]).size, 0);
});

test('the best are those with the most points, in their order', () => {
  assert.deepEqual(
    bestOf(['a', 'bb', 'c', 'dd'], ({ length }) => length),
    ['bb', 'dd'],
  );
  assert.deepEqual(
    bestOf([], () => 1),
    [],
  );
});

test('a common word is a code behind a word that introduces one, in any case', () => {
  const words = ['code wait', 'Code: wait', 'ERROR wait', 'err=wait', 'reason: "wait"', 'Name wait', "type='wait'"];
  const others = ['please wait', 'codes wait', 'code is wait', 'wait code'];
  const found = (text: string) => decode(`${text}\n${'nothing to see '.repeat(20)}`, variants, NOW).explanations.length;
  assert.deepEqual(
    words.map(found),
    words.map(() => 1),
  );
  assert.deepEqual(
    others.map(found),
    others.map(() => 0),
  );
});

test('for a message that the docs do not know, the three likeliest codes of its status are named', () => {
  const codes = ['lost', 'gone', 'sold', 'kept', 'sent'];
  const api = `${API.replace('/code, type: string, role: code', '/message, type: string, role: message')}    - { pointer: /place, type: string, meaning: Where it is., example: Rome }\n`;
  const entries = codes.map(
    (code, i) =>
      `  ${code}:\n    status: ${code === 'kept' ? 409 : 404}\n    message: The box is ${code}${i > 2 ? ' again' : ''}.\n    meaning: It is ${code}.\n    remediation: Look for what is ${code}.\n    retry: never\n`,
  );
  const index = indexOf(
    registryOf(files({ 'desk/api.yaml': api, 'desk/parcels.yaml': `title: Parcels\ncodes:\n${entries.join('')}` })),
  );
  const { explanations } = decode(
    'HTTP/1.1 404 x\n\n{"message":"The parcel is Sent again, or sold","place":"Oslo"}',
    index,
    NOW,
  );
  assert.deepEqual(
    explanations.map(({ nearest }) => nearest.map(({ entry }) => entry.code)),
    [['sent', 'sold', 'lost']],
  );
});
