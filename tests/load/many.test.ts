import assert from 'node:assert/strict';
import { test } from 'node:test';
import { code, codeBlock, line, plain, prose } from '../../src/artifacts/markdown/write.ts';
import { append, greatest } from '../../src/model/append.ts';

/** More than an engine takes as the arguments of one call. */
const MANY = 200_000;

test('a list takes any number of items', () => {
  const list = [0];
  append(
    list,
    Array.from({ length: MANY }, (_, i) => i),
  );
  assert.equal(list.length, MANY + 1);
  assert.equal(greatest(list), MANY - 1);
  assert.equal(greatest([]), 0);
});

test('a text may hold any number of backticks', () => {
  assert.ok(code('` '.repeat(MANY)).startsWith('`` '));
});

test('no form of a text in Markdown holds what a terminal would obey, even of a registry that no check has seen', () => {
  const text = 'a\u001b[2Jb\u009b31mc\u007fd';
  const forms = [
    plain(text),
    code(text),
    codeBlock('text', text),
    prose(text, () => undefined),
    line(text, () => undefined),
  ];
  for (const form of forms) assert.doesNotMatch(form.replaceAll('\n', ''), /\p{Cc}/u);
});
