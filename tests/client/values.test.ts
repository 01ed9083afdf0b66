import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LONGEST_FRAGMENT, linkValues, MOST_VALUES } from '../../src/client/values/link.ts';
import { fill, type Hint, shownIn } from '../../src/client/values/response.ts';
import type { Json } from '../../src/index.ts';
import { present } from '../helpers/present.ts';

const EXAMPLE = `HTTP/1.1 403 Forbidden
Content-Type: application/json
X-Request-Id: req_example
Retry-After: 5

{
  "error": {
    "code": "insufficient_scope",
    "message": "No.",
    "requestId": "req_example",
    "retry_after": 5,
    "items": []
  }
}`;

const HINTS: Hint[] = [
  ['/error/code', 'string', 'code'],
  ['/error/message', 'string', 'message'],
  ['/error/detail', 'string', 'message'],
  ['/error/requestId', 'string', 'requestId'],
  ['/error/retry_after', 'integer', 'retryAfter'],
  ['/error/requiredScope', 'string'],
  ['/error/items', 'array', 'details'],
  ['/__proto__/seen', 'string'],
];

function filled(fragment: string) {
  return fill(present(shownIn(EXAMPLE)), HINTS, present(linkValues(fragment)).values);
}

function errorOf(fragment: string): Record<string, Json> {
  return filled(fragment).body.error as Record<string, Json>;
}

test('a fragment without values is a place on the page', () => {
  for (const fragment of ['', '#', '#retry', '#states-session', '#%3D']) assert.equal(linkValues(fragment), undefined);
});

test('values are decoded as in a query, and what is encoded badly stays as it is', () => {
  assert.deepEqual(present(linkValues('#a=stream%3Agolive&b=x+y%20z&a=2&c=%zz&d&=e&f=%FF&__proto__=1')).values, [
    { name: 'a', value: 'stream:golive' },
    { name: 'b', value: 'x y z' },
    { name: 'a', value: '2' },
    { name: 'c', value: '%zz' },
    { name: 'd', value: '' },
    { name: '', value: 'e' },
    { name: 'f', value: '\uFFFD' },
    { name: '__proto__', value: '1' },
  ]);
});

test('a link cannot carry more than a page can show', () => {
  const many = Array.from({ length: MOST_VALUES + 7 }, (_, index) => `n${index}=v`).join('&');
  const carried = present(linkValues(`#${many}`));
  assert.equal(carried.values.length, MOST_VALUES);
  assert.equal(carried.left, 7);
  assert.deepEqual(linkValues(`#a=${'x'.repeat(LONGEST_FRAGMENT)}`), { values: [], left: 0, tooLong: true });
  assert.equal(present(linkValues(`#a=${'x'.repeat(LONGEST_FRAGMENT - 2)}`)).values.length, 1);
});

test('a value takes its place by the last part of the pointer, by role, or in another spelling', () => {
  const { body, pointers, names } = filled(
    '#requestId=req_1&requiredScope=stream:golive&message=Hm.&retryAfter=30&x=y',
  );
  assert.deepEqual(body, {
    error: {
      code: 'insufficient_scope',
      message: 'Hm.',
      requestId: 'req_1',
      retry_after: 30,
      items: [],
      requiredScope: 'stream:golive',
    },
  });
  assert.deepEqual([...pointers].sort(), [
    '/error/message',
    '/error/requestId',
    '/error/requiredScope',
    '/error/retry_after',
  ]);
  assert.deepEqual([...names], ['X-Request-Id', 'Retry-After']);
  assert.deepEqual(errorOf('#request_id=a').requestId, 'a');
});

test('a value has the type of its field only where it is spelled so', () => {
  const retryAfter = (text: string) => errorOf(`#retry_after=${text}`).retry_after;
  assert.equal(retryAfter('30'), 30);
  for (const text of ['030', '1e3', 'soon', '', 'null', '9007199254740993']) assert.equal(retryAfter(text), text);
  const items = (text: string) => errorOf(`#items=${encodeURIComponent(text)}`).items;
  assert.deepEqual(items('[{"field":"a"}]'), [{ field: 'a' }]);
  const deep = '['.repeat(5000) + ']'.repeat(5000);
  assert.equal(items(deep), deep);
});

test('of several values with one name the first takes the place', () => {
  assert.equal(errorOf('#code=a&code=b').code, 'a');
});

test('no name and no pointer reaches the prototype of all objects', () => {
  const { body } = filled('#seen=1&__proto__=2&constructor=3');
  assert.equal(({} as { seen?: string }).seen, undefined);
  assert.deepEqual(Object.keys(body), ['error', '__proto__']);
});

test('a header stays one line', () => {
  assert.equal(present(filled('#x-request-id=a%0D%0ASet-Cookie:b').headers[1])[1], 'a Set-Cookie:b');
});

test('a response without a status line is its body alone', () => {
  assert.deepEqual(shownIn('{\n  "a": "x\\n\\ny"\n}'), { statusLine: '', headers: [], body: { a: 'x\n\ny' } });
});

test('a body that is not a JSON object is left as it is', () => {
  const head = 'HTTP/1.1 403 Forbidden\nContent-Type: text/plain\n\n';
  for (const body of ['<Error/>', 'ERR {code}', '{', '[]', '"x"', ''])
    for (const text of [body, head + body]) assert.equal(shownIn(text), undefined, text);
});
