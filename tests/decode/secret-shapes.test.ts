import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redact } from '../../src/decode/redact.ts';

const clean = (text: string) => redact(text, { explanations: [] }).text;

const RANDOM = 'aB3dE5gH7jK9mN1pQ3sT';

/** Texts with what a link has instead; `=` where nothing is removed. */
const TEXTS: Record<string, string> = {
  // by name
  'Authorization: Bearer abc': 'Authorization: [token removed]',
  '"token": "abc", "x": 1': '"token": "[token removed]", "x": 1',
  "'access_token' => 'abc'": "'access_token' => '[token removed]'",
  'https://a.example/?api_key=abc&x=1': 'https://a.example/?api_key=[key removed]&x=1',
  'https://a.example/?token%3Dabc&x=1': 'https://a.example/?token%3D[token removed]&x=1',
  'password=abc1 next': 'password=[password removed] next',
  '"pin": 1234, "tokens": 12': '"pin": 0, "tokens": 12',
  '"password": 0': '=',
  'pin=1234': 'pin=[password removed]',
  '"secret": {"a": "b", "c": ["d"]} "e"': '"secret": {"a": "[key removed]", "c": ["[key removed]"]} "e"',
  '"keys": ["a", "b"], "c": "d"': '"keys": ["[key removed]", "[key removed]"], "c": "d"',
  'Cookie: a=b; c=d\nX: y': 'Cookie: [cookie removed]\nX: y',
  "curl -H 'Cookie: a=b; c=d' -H 'X: y'": "curl -H 'Cookie: [cookie removed]' -H 'X: y'",
  '"name":"Set-Cookie","value":"a=b"': '"name":"Set-Cookie","value":"[cookie removed]"',
  '["Authorization", "abc"]': '["Authorization", "[token removed]"]',
  '{\\"token\\":\\"a\\\\\\"b\\",\\"x\\":\\"y\\"}': '{\\"token\\":\\"[token removed]\\",\\"x\\":\\"y\\"}',
  '"token":"a\\"b","x":"y"': '"token":"[token removed]","x":"y"',
  '"token":"never closed\n"x":"y"': '"token":"[token removed]\n"x":"y"',
  'token: basic abc123 more': 'token: [token removed]',
  'x token: basic abc123 more': 'x token: [token removed] more',
  'The token: it is missing': '=',
  'The token: a1b2 is wrong': 'The token: [token removed] is wrong',
  'The token:missing': 'The token:[token removed]',
  'session-id=abc sid=def phpsessid=ghi': 'session-id=[token removed] sid=[token removed] phpsessid=[token removed]',
  'aside=abc obsession=def author=ghi': '=',
  'x-auth=abc sig=def pwd=ghi passphrase=j otp=k':
    'x-auth=[token removed] sig=[key removed] pwd=[password removed] passphrase=[password removed] otp=[password removed]',
  'client_secret=a credentials=b signature=c private-key=d subscriptionKey=e':
    'client_secret=[key removed] credentials=[key removed] signature=[key removed] private-key=[key removed] subscriptionKey=[key removed]',
  'keyboard=a tokenize=b compass=c mapping=d monkey=e': '=',
  'token=[token removed]': '=',
  // by shape
  'https://user:word@a.example/': 'https://[password removed]@a.example/',
  'https://a.example/@user': '=',
  'eyJhbGci.eyJzdWIi.sig x': '[token removed] x',
  'xeyJhbGci.eyJzdWIi': '=',
  'sent Bearer abc+/=': 'sent Bearer [token removed]',
  'a bearer token is missing': '=',
  'Basic dXNlcjpwYXNz': 'Basic [token removed]',
  'Basic authentication': '=',
  'sk_abcd rk-abcd ghp_abcd AKIAABCD xoxb-abcd AIzaabcd glpat-abcd whsec_abcd acme_live_abcd':
    '[key removed] [key removed] [key removed] [key removed] [key removed] [key removed] [key removed] [key removed] [key removed]',
  'task_abcd disk-abcd sk_abc': '=',
  'Mail ann.o-x+y@mail.example.com, or a@b': 'Mail [email removed], or a@b',
  'ann%40example.com': '[email removed]',
  // by randomness
  [`x ${RANDOM} y`]: 'x [random string removed] y',
  '01234567-89ab-cdef-0123-456789abcdef': '[random string removed]',
  [`request_id: ${RANDOM}`]: '=',
  [`"traceparent": "${RANDOM}"`]: '=',
  [`requested: ${RANDOM}`]: 'requested: [random string removed]',
  [RANDOM.slice(0, 19)]: '=',
  THIS_IS_A_LONG_CONSTANT_NAME: '=',
  thisIsALongNameInCamelCase: '=',
  [`${'a'.repeat(39)}-b`]: '=',
  [`${'a'.repeat(40)}-b`]: '[random string removed]',
  'aB3dE5gH7jK9mN1p-abcd': '[random string removed]',
  'aB3dE5gH7jK9mN1-abcde': '=',
};

test('secrets are removed by their names and by their shapes, and nothing else is', () => {
  const found = Object.fromEntries(Object.keys(TEXTS).map((text) => [text, clean(text)]));
  const expected = Object.fromEntries(Object.entries(TEXTS).map(([text, to]) => [text, to === '=' ? text : to]));
  assert.deepEqual(found, expected);
});

test('it is counted how many of each kind were removed', () => {
  const { removed } = redact('token=a1 token=b2 pin=1 a@example.com', { explanations: [] });
  assert.deepEqual(removed, [
    { kind: 'token', count: 2 },
    { kind: 'password', count: 1 },
    { kind: 'email', count: 1 },
  ]);
});
