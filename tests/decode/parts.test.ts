import assert from 'node:assert/strict';
import { test } from 'node:test';
import { besideIn } from '../../src/decode/find.ts';
import { findHeads } from '../../src/decode/http-head.ts';
import { waitOf } from '../../src/decode/wait.ts';
import { templateOf, valuesIn } from '../../src/model/message.ts';
import { NOW } from './setup.ts';

for (const [message, prose, pasted, values] of [
  ['name is required', [['here it is ', 'name']], 'title is required', ['title']],
  ['name is required', [['here it is ', 'name']], 'Title Is Required', ['Title']],
  ['name is required', [['here it is ', 'name']], ' is required', undefined],
  ['name is required', [['here it is ', 'name']], 'title is missing', undefined],
  ['At most 100 requests per minute', [], 'At most 7 requests per minute', ['7']],
  ['Field {field} must be one of <values>.', [], 'Field size must be one of S, M, L.', ['size', 'S, M, L']],
  ['Field %s is wrong', [], 'Field x is wrong', ['x']],
  [`Session \${id} has ended`, [], 'Session 5d0c has ended', ['5d0c']],
  ['Not found', [['the ', 'Not']], 'Not found', undefined],
  ['Livestream not found', [], 'Project not found', undefined],
] as const) {
  test(`the message “${pasted}” ${values ? 'fits' : 'does not fit'} “${message}”`, () => {
    const template = templateOf(
      message,
      prose.map((parts) => [...parts]),
    );
    assert.deepEqual(template && valuesIn(pasted, template), values);
  });
}

for (const [given, sent, seconds] of [
  ['0', undefined, 0],
  ['30', undefined, 30],
  ['1.5', undefined, 2],
  ['30', 'Sat, 14 Mar 2026 09:26:43 GMT', 20],
  ['30', 'Sat, 14 Mar 2026 08:00:00 GMT', 0],
  ['30', 'yesterday', 30],
  ['Sat, 14 Mar 2026 09:27:53 GMT', undefined, 60],
  ['Saturday, 14-Mar-26 09:27:53 GMT', undefined, 60],
  ['Sat, 14 Mar 2026 09:00:00 GMT', undefined, 0],
] as const) {
  test(`Retry-After ${given}${sent ? `, sent ${sent},` : ''} is a wait of ${seconds} seconds`, () => {
    assert.equal(waitOf(given, 'header', NOW, sent)?.seconds, seconds);
  });
}

for (const given of ['', '-1', 'soon', '1e9', '999999999999', '0x10', ' 5 5', 'Sat, 99 Foo 2026 09:27:53 GMT', 'NaN']) {
  test(`Retry-After ${JSON.stringify(given)} is no wait`, () => {
    assert.equal(waitOf(given, 'header', NOW, undefined), undefined);
  });
}

for (const [line, status, retryAfter] of [
  ['"POST /v1/x HTTP/1.1" 403 512', 403, undefined],
  ['ERROR status=401 body=', 401, undefined],
  ['"status_code": "404", ', 404, undefined],
  ['statusCode: 500', 500, undefined],
  ['HTTP 429 retry-after: 30', 429, '30'],
  ['GET /x -> 502', 502, undefined],
  ['401 Unauthorized', 401, undefined],
  ['call failed with 409', 409, undefined],
  ['took 404ms', undefined, undefined],
  ['port 4040', undefined, undefined],
  ['status=99', undefined, undefined],
] as const) {
  test(`the line ${line} has the status ${status}`, () => {
    assert.deepEqual(besideIn(line), { status, retryAfter });
  });
}

test('heads are found at the start of a line alone, with their fields up to the empty line', () => {
  const text =
    'see HTTP/1.1 404 Not Found\nHTTP/1.1 200 OK\r\nA: 1\r\na: 2\r\n\r\nbody: no field\n< HTTP/2 404\n< b: c\n<\nd: e';
  assert.deepEqual(
    findHeads(text).map(({ start, end, status, headers }) => [
      text.slice(end).slice(0, 4),
      start,
      status,
      [...headers],
    ]),
    [
      ['body', 27, 200, [['a', '1']]],
      ['d: e', text.indexOf('< HTTP'), 404, [['b', 'c']]],
    ],
  );
});
