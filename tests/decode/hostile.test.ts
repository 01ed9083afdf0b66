import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DecodeIndex, decode, differenceSentence, noteSentence, summarySentence } from '../../src/decode/index.ts';
import { present } from '../helpers/present.ts';
import { HOSTILE, registryIn } from '../helpers/registry.ts';
import { index, indexOf, NOW, seeded } from './setup.ts';

const MB = 1_048_576;
const BODY = '{"ok":false,"code":"AUTH_REQUIRED","detail":"x","error":"x"}';

/** Decodes, says all that there is to say, and has seen that it is well formed. */
function decodeWhole(text: string, by: DecodeIndex = index): ReturnType<typeof decode> {
  const decoded = decode(text, by, NOW);
  const said = [
    summarySentence(decoded.explanations),
    ...decoded.notes.map(noteSentence),
    ...decoded.explanations.flatMap(({ differences }) => differences.map(differenceSentence)),
  ];
  for (const sentence of said) assert.match(sentence, /\S/);
  assert.ok(decoded.explanations.length <= 300);
  assert.ok(decoded.notes.length <= 20);
  return decoded;
}

const REPEATED = {
  'opening braces': '{',
  'opening brackets': '[',
  'objects in arrays that never end': '[{',
  'names that never end': '{"',
  'objects in objects': '{"a":',
  'strings in objects in strings': '{"a":"',
  'escaped objects': '{\\"a\\":',
  'twice escaped objects': '{\\\\\\"',
  'single quotes': "{'",
  'status lines': 'HTTP/1.1 404 X\n',
  'protocol names': 'HTTP/',
  'header fields': 'a: b\n',
  quotes: '"',
  backslashes: '\\',
  'a word without an end': 'a',
  'words with hyphens': 'a-',
  'words and dots': `a${'.'.repeat(30)}`,
  codes: 'AUTH_REQUIRED ',
  bodies: `${BODY}\n`,
  'bodies without a code': '{"statusCode":404,"message":"Project not found","error":"x"}',
  'small objects': '{"x":1}',
  'empty objects in a broken array': '{},',
  'words that announce a code': 'error code: ',
  'words that announce a status': 'status ',
  'line feeds and braces': '\n{',
  'half of a character': '\ud83d',
};

for (const [what, part] of Object.entries(REPEATED)) {
  // a quadratic reading of a megabyte would take hours
  test(`a megabyte of ${what} is read to its end`, { timeout: 120_000 }, () => {
    decodeWhole(part.repeat(MB / part.length));
    decodeWhole(`[${part.repeat(MB / part.length - 1)}`);
    decodeWhole(`HTTP/1.1 404 Not Found\n${part.repeat(MB / part.length - 30)}`);
  });
}

test('a megabyte of one body of many keys, or of many details, is one explanation', () => {
  const keys = Array.from({ length: 60_000 }, (_, i) => `"k${i}":1`).join();
  const [wide] = decodeWhole(`{"ok":false,"code":"AUTH_REQUIRED",${keys}}`).explanations;
  assert.ok(wide);
  assert.equal(present(wide.entry).code, 'AUTH_REQUIRED');
  assert.ok(wide.differences.length <= 20);
  assert.ok(wide.values.length <= 40);
  const details = '0,'.repeat(400_000);
  const text = `{"statusCode":400,"message":"Validation failed","error":"x","details":[${details}0]}`;
  assert.equal(present(present(decodeWhole(text).explanations[0]).entry).code, 'validation-failed');
});

test('JSON in strings in strings is found as deep as it makes sense', () => {
  let text = BODY;
  for (let depth = 0; depth < 3; depth++) text = JSON.stringify({ body: text });
  assert.equal(present(present(decodeWhole(text).explanations[0]).entry).code, 'AUTH_REQUIRED');
  for (let depth = 0; depth < 6; depth++) text = JSON.stringify({ body: text });
  decodeWhole(text);
});

test('200 different codes are all explained, 5,000 are counted', () => {
  const bodies = (count: number) =>
    Array.from({ length: count }, (_, i) => `{"ok":false,"code":"NEW_${i}","detail":"x","error":"x"}`).join('\n');
  const some = decodeWhole(bodies(200));
  assert.equal(some.explanations.length, 200);
  assert.deepEqual(some.notes, []);
  const many = decodeWhole(bodies(5000));
  assert.equal(many.explanations.length, 300);
  assert.deepEqual(many.notes, [{ kind: 'more', left: 4700 }]);
});

test('what is beyond the first megabyte is not read, and that is said', () => {
  const { explanations, notes } = decodeWhole(`${BODY}${' '.repeat(MB)}{"error":{"code":"rate_limited"}}`);
  assert.equal(explanations.length, 1);
  assert.deepEqual(notes, [{ kind: 'cut', read: MB }]);
});

test('nothing that texts are made of makes the decoder throw', async () => {
  const hostile = indexOf(await registryIn(HOSTILE));
  const random = seeded(20260314);
  const parts = [
    ...['{', '}', '[', ']', '"', "'", '\\', ':', ',', '\n', '\r\n', ' ', '\t', '\0', '\ud83d', '👾', 'é', '\u202e'],
    ...['null', 'true', '-1', '1e999', '0x10', '__proto__', 'constructor', 'toString', '"__proto__":', '"code":'],
    ...['"error":{', '"statusCode":404', '"message":"Livestream not found"', 'HTTP/1.1 429 Too Many Requests\n'],
    ...[
      'Retry-After: 99999999999999999999\n',
      'Retry-After: -1\n',
      'date: x\n',
      '< HTTP/2 500\n',
      '\\"',
      '\\u12',
      '\\n',
    ],
    ...['AUTH_REQUIRED', 'not_found', 'urn:x:y', '..', '<script>', '</title>', '<!doctype html>', BODY, '\u001f\u008b'],
    ...[JSON.stringify(BODY), JSON.stringify(JSON.stringify(BODY)), 'status=401 ', '%2F', '%', '*', '50035'],
  ];
  for (let round = 0; round < 4000; round++) {
    let text = '';
    for (let left = Math.floor(random() * 40); left >= 0; left--) text += parts[Math.floor(random() * parts.length)];
    decodeWhole(text);
    decodeWhole(text, hostile);
  }
});

test('a body with a few characters changed is still read without an exception', () => {
  const random = seeded(7);
  const text = `HTTP/1.1 401 Unauthorized\nContent-Type: application/json\nRetry-After: 5\n\n${JSON.stringify({ a: BODY, b: JSON.parse(BODY) })}`;
  for (let round = 0; round < 4000; round++) {
    const chars = [...text];
    for (let left = Math.floor(random() * 4); left >= 0; left--) {
      chars[Math.floor(random() * chars.length)] = String.fromCharCode(Math.floor(random() * 128));
    }
    decodeWhole(chars.join(''));
  }
});
