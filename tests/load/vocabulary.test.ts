import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { phrasesIn, withoutCode } from '../../src/load/lint/phrases.ts';
import { VOCABULARY } from '../../src/load/lint/vocabulary.ts';
import { expectFile } from '../helpers/fixture.ts';

const FOLDER = join(import.meta.dirname, 'vocabulary');
const SENTENCES = readFileSync(join(FOLDER, 'sentences.txt'), 'utf8');

test('each phrase of the vocabulary has its place, what to write instead, and the reason', () => {
  const lines = phrasesIn(SENTENCES).map(({ index, text, write, why }) => {
    assert.ok(SENTENCES.startsWith(text, index), text);
    const line = SENTENCES.slice(0, index).split('\n').length;
    return `${line}: ${text.replaceAll(/\s+/g, ' ')} → ${write || '(nothing)'}: ${why}`;
  });
  expectFile(join(FOLDER, 'expected.txt'), lines.join('\n'));
});

test('the sentences have every phrase of the vocabulary', () => {
  const missing = VOCABULARY.filter(({ find }) => !new RegExp(find.replaceAll(' ', '\\s+'), 'i').test(SENTENCES));
  assert.deepEqual(missing, []);
});

test('code is left out of Markdown, and what is around it keeps its place', () => {
  assert.equal(withoutCode('a `b` c ``d ` e`` f'), 'a ``` c ````````` f');
});
