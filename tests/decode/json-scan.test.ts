import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scanJson, unescaped } from '../../src/decode/json-scan.ts';
import { seeded } from '../helpers/checked.ts';

const wholeIn = (text: string) => scanJson(text).values.map(({ start, end }) => text.slice(start, end));

test('objects and arrays are found whatever is around them, the outermost ones', () => {
  assert.deepEqual(wholeIn('a {"a": [1, {"b": null}]} b [] c { } d ["x"]\n'), [
    '{"a": [1, {"b": null}]}',
    '[]',
    '{ }',
    '["x"]',
  ]);
  assert.deepEqual(wholeIn('{"a":\t-0.5e+3,\r\n"b":true,"c":"\\u00e9\\n"}'), [
    '{"a":\t-0.5e+3,\r\n"b":true,"c":"\\u00e9\\n"}',
  ]);
  assert.deepEqual(wholeIn('"a" 1 true'), []);
});

test('what is whole inside of something broken is found', () => {
  assert.deepEqual(wholeIn('{"a": {"b": 1}, "c": [2], x'), ['{"b": 1}', '[2]']);
  assert.deepEqual(wholeIn('[[1], [[2]], {"a": [3]} x'), ['[1]', '[[2]]', '{"a": [3]}']);
  assert.deepEqual(wholeIn('{"a: {"b": 1}'), ['{"b": 1}']);
  assert.deepEqual(wholeIn('{"a" {"b": 1}}'), ['{"b": 1}']);
});

/** Texts that start like JSON, with the place where and the reason why they stop being it. */
const BREAKS: [text: string, at: number, why: string][] = [
  ['{"a": 1', 7, 'end'],
  ['{"a": "b', 8, 'end'],
  ['{"a": "b\\', 8, 'end'],
  ['{"a": "b\nc"}', 8, 'line-break'],
  ['{"a": "b\\x"}', 8, 'escape'],
  ['{"a": "\\u12g4"}', 7, 'escape'],
  ["{'a': 1}", 1, 'single-quote'],
  ["['a']", 1, 'single-quote'],
  ['{"a": 1,}', 8, 'trailing-comma'],
  ['{"a": [1,]}', 9, 'trailing-comma'],
  ['{"a": 1, b: 2}', 9, 'name'],
  ['{"a": 1, "b" 2}', 13, 'colon'],
  ['{"a": 1 "b": 2}', 8, 'comma'],
  ['{"a": x}', 6, 'value'],
  ['{"a": 01}', 6, 'value'],
  ['{"a": 1.}', 6, 'value'],
  ['{"a": truer}', 6, 'value'],
  ['{"a": }', 6, 'value'],
  ['{"a": 1]', 7, 'bracket'],
  ['{"a": [1}', 8, 'bracket'],
  [`{"a": ${'['.repeat(250)}`, 205, 'depth'],
];

for (const [text, at, why] of BREAKS) {
  test(`it is known where and why JSON ends: ${text.slice(0, 30)}`, () => {
    assert.deepEqual(scanJson(text).breaks[0], { start: 0, at, why });
  });
}

test('without a name and its colon a text was not meant as JSON', () => {
  for (const text of ['{a}', '[x]', '{"a"}', '[1, 2', '{,}', '[1,]']) assert.deepEqual(scanJson(text).breaks, [], text);
});

test('JSON with escaped quotes is found up to the quote or the line that ends it', () => {
  const escapedIn = (text: string) => scanJson(text).escaped.map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(escapedIn('"x {\\"a\\": {\\"b\\": 1}}" {"c": 1}'), ['{\\"a\\": {\\"b\\": 1}}']);
  assert.deepEqual(escapedIn('[ {\\n\\"a\\": 1}\n"'), ['[ {\\n\\"a\\": 1}']);
  assert.deepEqual(escapedIn('{\\\\\\"a\\\\\\": 1'), ['{\\\\\\"a\\\\\\": 1']);
  assert.deepEqual(escapedIn('{\\"a\\'), ['{\\"a\\']);
  assert.deepEqual(escapedIn('{x\\"a\\"}'), []);
});

test('a text is taken out of its string, also if the string is broken', () => {
  assert.equal(unescaped('{\\"a\\": \\"\\u00e9\\n\\"}'), '{"a": "é\n"}');
  assert.equal(unescaped('a\\x\\"b\\\\c\\/d\\n\\r\\te'), 'a\\x"b\\c/d\n\r\te');
});

test('only a part of a text is read if a part is asked for', () => {
  const text = '[1] [2] [3]';
  assert.deepEqual(scanJson(text, 1, 10).values, [{ start: 4, end: 7 }]);
  assert.deepEqual(scanJson('[12]', 0, 2).values, []);
  assert.deepEqual(scanJson('["a"]', 0, 3).values, []);
});

test('the scanner finds exactly what JSON.parse takes', () => {
  const random = seeded(5);
  const parts = [
    ...['{', '}', '[', ']', ',', ':', ' ', '\n', '"a"', '"b":', '""', '"\\n"', '"\\x"'],
    ...['0', '1', '-2.5e3', '-0.5e3', '01', 'null', 'nul', 'true'],
  ];
  let whole = 0;
  for (let round = 0; round < 60_000; round++) {
    const inner = Array.from({ length: random(9) }, () => parts[random(parts.length)]).join('');
    const text = random(2) === 0 ? `{${inner}}` : `[${inner}]`;
    const isJson = isParsed(text);
    const { values } = scanJson(text);
    assert.equal(values[0]?.start === 0 && values[0].end === text.length, isJson, text);
    assert.equal(
      values.some(({ start, end }) => start === 0 && end === text.length),
      isJson,
      text,
    );
    if (isJson) whole++;
  }
  assert.ok(whole > 1000, `${whole} of 60000 are JSON`);
});

function isParsed(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
