import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comment, inGo, inJq, inPython, inShell, inTypeScript } from '../../../src/artifacts/snippets/quote.ts';

/** Each text as a string of TypeScript, Python, Go, jq in single quotes of a shell, and of a shell. */
const QUOTED: [text: string, ...quoted: string[]][] = [
  ['LOST', "'LOST'", '"LOST"', '"LOST"', '"LOST"', "'LOST'"],
  ['', "''", '""', '""', '""', "''"],
  [
    `a'b'"c"\\d\\`,
    `'a\\'b\\'"c"\\\\d\\\\'`,
    `"a'b'\\"c\\"\\\\d\\\\"`,
    `"a'b'\\"c\\"\\\\d\\\\"`,
    `"a\\u0027b\\u0027\\"c\\"\\\\d\\\\"`,
    `'a'\\''b'\\''"c"\\d\\'`,
  ],
  [
    'é\u0007\u202e\u2028\n\u2029é',
    "'é\\u0007\\u202e\\u2028\\u000a\\u2029é'",
    '"é\\u0007\\u202e\\u2028\\u000a\\u2029é"',
    '"é\\u0007\\u202e\\u2028\\u000a\\u2029é"',
    '"é\\u0007\\u202e\\u2028\\n\\u2029é"',
    "'é\u0007\u202e\u2028\n\u2029é'",
  ],
  // a tag of Unicode, which nobody sees and two units spell
  [
    '😀\u{e0001}\u{e0001}',
    "'😀\\udb40\\udc01\\udb40\\udc01'",
    '"😀\\U000e0001\\U000e0001"',
    '"😀\\U000e0001\\U000e0001"',
    '"😀\\udb40\\udc01\\udb40\\udc01"',
    "'😀\u{e0001}\u{e0001}'",
  ],
  // half of a pair
  ['a\ud800b', "'a\\ud800b'", '"a\\ud800b"', '"a\ufffdb"', '"a\ufffdb"', "'a\ud800b'"],
];

test('a text is a string of each language, and has no character that a reader would not see', () => {
  const quoted = QUOTED.map(([text]) => [
    text,
    inTypeScript(text),
    inPython(text),
    inGo(text),
    inJq(text),
    inShell(text),
  ]);
  assert.deepEqual(quoted, QUOTED);
});

test('a comment has lines of at most so many characters, broken between words', () => {
  assert.deepEqual(comment('one two three', '#', '  ', 9), ['  # one', '  # two', '  # three']);
  assert.deepEqual(comment('one two three', '#', '  ', 11), ['  # one two', '  # three']);
  assert.deepEqual(comment('one two three', '//', '', 10), ['// one two', '// three']);
  assert.deepEqual(comment('a\u2028b\n c', '//'), ['// a b c']);
  assert.deepEqual(comment(' ', '//'), []);
  const word = 'x'.repeat(80);
  assert.deepEqual(comment(`a ${word} b`, '#'), ['# a', `# ${word}`, '# b']);
  assert.deepEqual(comment(`${'y'.repeat(69)} zz ww`, '//'), [`// ${'y'.repeat(69)}`, '// zz ww']);
  assert.deepEqual(comment(`${'y'.repeat(68)} zz ww`, '//'), [`// ${'y'.repeat(68)} zz`, '// ww']);
});
