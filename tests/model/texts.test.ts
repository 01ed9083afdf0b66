import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundedAddressOf, LONGEST_ADDRESS } from '../../src/model/address.ts';
import { append, greatest } from '../../src/model/append.ts';
import { type ChangeLevel, stepOf } from '../../src/model/change.ts';
import { codeSpan, fenceFor } from '../../src/model/code-span.ts';
import { CONTROL, LONE_RETURN, STEERING } from '../../src/model/control.ts';
import { counted } from '../../src/model/counted.ts';
import { fnv1a } from '../../src/model/fnv1a.ts';
import { fold, foldCode, foldName, foldWords } from '../../src/model/fold.ts';
import { isGuideComponent, listOf } from '../../src/model/guide.ts';
import { humanName, nameOfOpaque } from '../../src/model/human-name.ts';
import { clip, named, namedAll } from '../../src/model/named.ts';
import { once } from '../../src/model/once.ts';
import { retryNotes } from '../../src/model/retry-notes.ts';
import { isSame } from '../../src/model/same.ts';
import { CODE_STYLES } from '../../src/model/schema/api.ts';
import { countUnverified, unverifiedText } from '../../src/model/unverified.ts';

test('a name in a sentence is in backticks, with more of them than it has itself', () => {
  assert.deepEqual(['A_1 b.c/d:-', 'a`b', 'a``b`', 'é', 'a\n\u2028\u0007b', ''].map(named), [
    '`A_1 b.c/d:-`',
    '`` a`b ``',
    '``` a``b` ```',
    '`é`',
    '`a b`',
    '``',
  ]);
  assert.equal(namedAll(['A', 'B']), '`A`, `B`');
});

test('a long name is cut after 80 characters, and never inside one', () => {
  assert.equal(clip('a'.repeat(80)), 'a'.repeat(80));
  assert.equal(clip('a'.repeat(81)), `${'a'.repeat(80)}…`);
  assert.equal(clip(`${'a'.repeat(79)}😀b`), `${'a'.repeat(79)}…`);
  assert.equal(named('a'.repeat(80)), `\`${'a'.repeat(80)}\``);
  assert.equal(named('a'.repeat(81)), `\`${'a'.repeat(80)}…\``);
});

test('texts are compared without their style', () => {
  const text = ' Re-sent: It\u2019s_1.2 É ';
  assert.deepEqual(
    [fold(text), foldWords(text), foldName(text), foldCode(text)],
    ['resentits12é', 're sent it s 1 2 é', 'resent:it\u2019s1.2é', 'resentit\u2019s12é'],
  );
});

test('an address of any text has at most 240 characters, and a hash where it was cut', () => {
  assert.equal(boundedAddressOf('a'.repeat(LONGEST_ADDRESS)), 'a'.repeat(240));
  assert.equal(boundedAddressOf('a'.repeat(241)), `${'a'.repeat(223)}-${hashOf('a'.repeat(241))}`);
  assert.equal(boundedAddressOf('é'.repeat(99)), `${'~C3~A9'.repeat(39).slice(0, 223)}-${hashOf('é'.repeat(99))}`);
});

test('the hash of a text is FNV-1a with 64 bits', () => {
  const texts = ['', 'a', 'é😀', 'foobar', 'x'.repeat(1000)];
  assert.deepEqual(texts.map(fnv1a), texts.map(hashOf));
  assert.equal(fnv1a('foobar'), '85944171f73967e8');
});

/** FNV-1a as its authors describe it, in arithmetic without a limit. */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) % 2n ** 64n;
  return hash.toString(16).padStart(16, '0');
}

test('values are the same as JSON, whatever the order of keys', () => {
  const same = [
    [1, 1],
    [null, null],
    [
      { a: 1, b: [2] },
      { b: [2], a: 1 },
    ],
    [{ a: undefined }, {}],
    [[], []],
  ];
  const different = [
    [1, '1'],
    [null, {}],
    [null, undefined],
    [[], {}],
    [{ a: 1 }, {}],
    [{}, { a: 1 }],
    [[1], [1, 2]],
    [
      [1, 2],
      [2, 1],
    ],
    [{ toString: 1 }, {}],
    [{}, { constructor: Object }],
  ];
  assert.deepEqual(
    same.filter(([a, b]) => !isSame(a, b)),
    [],
  );
  assert.deepEqual(
    different.filter(([a, b]) => isSame(a, b) || isSame(b, a)),
    [],
  );
});

test('a code has a name besides itself if it has a title, or is a number with a message', () => {
  const codes = [
    { code: '50035', message: 'Invalid body' },
    { code: '50035', title: 'Bad form', message: 'Invalid body' },
    { code: 'LOST', message: 'It is lost' },
    { code: 'LOST', title: 'Lost parcel' },
    { code: 'LOST', title: 'LOST' },
    { code: '1a', message: 'It is lost' },
    { code: '7' },
  ];
  assert.deepEqual(codes.map(humanName), [
    'Invalid body',
    'Bad form',
    undefined,
    'Lost parcel',
    ...[undefined, undefined, undefined],
  ]);
  assert.deepEqual(codes.map(nameOfOpaque), ['Invalid body', 'Bad form', ...Array(5).fill(undefined)]);
});

test('a retry policy says its numbers', () => {
  assert.deepEqual(retryNotes('retry-after', { delay: 1, attempts: 1 }), [
    'We suggest waiting 1 second if the response has no delay, and making at most 1 attempt in total.',
  ]);
  assert.deepEqual(retryNotes('backoff', { delay: 1200, attempts: 5 }), [
    'We suggest waiting about 1,200 seconds before the first retry, then longer each time, and making at most 5 attempts in total.',
  ]);
  assert.deepEqual(retryNotes('refetch', { delay: 2 }), [
    'We suggest waiting about 2 seconds before you read the state.',
  ]);
  assert.deepEqual(retryNotes('retry-after', { attempts: 3 }), ['We suggest at most 3 attempts in total.']);
  assert.deepEqual(retryNotes('never', {}), []);
});

test('a code span encloses any text, and a fence any block', () => {
  const texts = ['a', 'a`b', '`a', 'a``', ' a ', ' a', 'a ', ' ', '', ' `a` ', ' a\nb '];
  assert.deepEqual(texts.map(codeSpan), [
    ...[
      '`a`',
      '``a`b``',
      '`` `a ``',
      '``` a`` ```',
      '`  a  `',
      '` a`',
      '`a `',
      '` `',
      '``',
      '``  `a`  ``',
      '`  a\nb  `',
    ],
  ]);
  assert.deepEqual(
    [fenceFor('a'), fenceFor('a', 3), fenceFor('`` ` ```', 3), fenceFor('a ``` b', 1)],
    ['`', '```', '````', '````'],
  );
});

test('a summary counts the facts that are not confirmed, by kind', () => {
  const codes = [{ unverified: ['status', 'retry'] }, { unverified: ['status'] }, {}, { unverified: [] }] as const;
  const counts = countUnverified(codes);
  assert.deepEqual(counts, { status: 2, message: 0, retry: 1 });
  assert.equal(unverifiedText(counts), '2 statuses, 1 retry policy');
  assert.equal(unverifiedText({ status: 1, message: 2, retry: 1200 }), '1 status, 2 messages, 1,200 retry policies');
  assert.equal(unverifiedText({ status: 0, message: 0, retry: 0 }), '');
});

test('a style of codes takes the codes that are spelled so', () => {
  const codes = ['PARCEL_LOST', 'A1_2', 'A__B', 'A_', '1A', 'lost', 'a_1', 'not-found', 'a-1-b', 'a--b', '00', '1.0'];
  const found = Object.entries(CODE_STYLES).map(([name, style]) => [name, codes.filter((code) => style.test(code))]);
  assert.deepEqual(Object.fromEntries(found), {
    SCREAMING_SNAKE_CASE: ['PARCEL_LOST', 'A1_2'],
    snake_case: ['lost', 'a_1'],
    'kebab-case': ['lost', 'not-found', 'a-1-b'],
    numeric: ['00'],
    any: codes,
  });
  for (const code of ['', ' a', 'a ', '\n']) assert.equal(CODE_STYLES.any.test(code), false);
  for (const code of ['a b', 'a\nb', '😀', 'é']) assert.equal(CODE_STYLES.any.test(code), true);
});

test('a version takes the step of the change that weighs most', () => {
  const levels: ChangeLevel[][] = [
    [],
    ['safe', 'safe'],
    ['safe', 'risky'],
    ['risky', 'safe', 'breaking'],
    ['breaking'],
  ];
  const steps = levels.map((some) => stepOf(some.map((level) => ({ level, rule: 'r', api: 'a', what: 'W.' }))));
  assert.deepEqual(steps, ['none', 'patch', 'minor', 'major', 'major']);
});

test('the components of guides are found by their own names, and lists by spaces and commas', () => {
  const names = ['Codes', 'Limits', 'codes', 'constructor', ''];
  assert.deepEqual(names.filter(isGuideComponent), ['Codes', 'Limits']);
  assert.deepEqual(listOf(' A, B  C,,D\n'), ['A', 'B', 'C', 'D']);
  assert.deepEqual(listOf(' '), []);
});

test('small helpers', () => {
  assert.deepEqual(
    [counted(0, 'code'), counted(1, 'code'), counted(1200, 'code')],
    ['0 codes', '1 code', '1,200 codes'],
  );
  assert.deepEqual([greatest([]), greatest([2, 7, 3])], [0, 7]);
  const list = [1];
  append(list, new Set([2, 3]));
  assert.deepEqual(list, [1, 2, 3]);
  let times = 0;
  const value = once(() => ++times);
  assert.deepEqual([value(), value(), times], [1, 1, 1]);
});

test('control characters and those that steer are recognized, white space is not', () => {
  const texts = ['a\tb\nc\rd', '\u0007', '\u007f', '\u0085', '\u202e', '\u2028', '\u2066', 'é'];
  assert.deepEqual(
    texts.map((text) => CONTROL.test(text)),
    [false, true, true, true, false, false, false, false],
  );
  assert.deepEqual(
    texts.map((text) => STEERING.test(text)),
    [true, true, true, true, true, true, true, false],
  );
  assert.deepEqual(
    ['\r\n', '\r', 'a\rb'].map((text) => LONE_RETURN.test(text)),
    [false, true, true],
  );
});
