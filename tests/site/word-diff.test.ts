import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordDiff } from '../../src/site/word-diff.ts';

/** The pieces as one line: `[-gone-]` and `{+new+}`. */
function line(before: string, after: string): string {
  const show = { same: (it: string) => it, gone: (it: string) => `[-${it}-]`, new: (it: string) => `{+${it}+}` };
  return wordDiff(before, after)
    .map(({ kind, text }) => show[kind](text))
    .join('');
}

for (const [before, after, expected] of [
  ['', '', ''],
  ['same words', 'same words', 'same words'],
  ['', 'all new', '{+all new+}'],
  ['all gone', '', '[-all gone-]'],
  ['The ticket could not be read.', 'The ticket cannot be read.', 'The ticket [-could not -]{+cannot +}be read.'],
  ['Book it.', 'Book it; then pay.', 'Book it{+; then pay+}.'],
  ['since 2026-11; over', 'since 2026-12; over', 'since [-2026-11-]{+2026-12+}; over'],
  ['a b c d e', 'a c e f', 'a [-b -]c [-d e-]{+e f+}'],
  ['`OLD_CODE` is sent', '`NEW_CODE` is sent', '`[-OLD_CODE-]{+NEW_CODE+}` is sent'],
  ['1. Wait.\n2. Ask.', '1. Ask.', '1. [-Wait.\n2. -]Ask.'],
  ['日本語', '日本', '[-日本語-]{+日本+}'],
  ['<b>&amp;', '<i>&amp;', '<[-b-]{+i+}>&amp;'],
] as const) {
  test(`from ${JSON.stringify(before)} to ${JSON.stringify(after)}`, () => {
    assert.equal(line(before, after), expected);
  });
}

test('without what is new the pieces are the text before, without what is gone the text after', () => {
  const words = ['a ', 'b ', 'a ', '. ', '\n', 'c-d ', '`x` ', '😀 '];
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const text = () => Array.from({ length: Math.floor(random() * 12) }, () => words[Math.floor(random() * 8)]).join('');
  for (let round = 0; round < 500; round++) {
    const [before, after] = [text(), text()];
    const pieces = wordDiff(before, after);
    const but = (other: string) =>
      pieces
        .filter(({ kind }) => kind !== other)
        .map((piece) => piece.text)
        .join('');
    assert.equal(but('new'), before);
    assert.equal(but('gone'), after);
    assert.ok(pieces.every(({ kind }, at) => kind !== pieces[at - 1]?.kind));
  }
});

test('texts too long to compare word by word are gone and new as a whole', () => {
  const long = (word: string) => Array.from({ length: 2000 }, (_, at) => `${word}${at} `).join('');
  const pieces = wordDiff(`Start ${long('a')}end`, `Start ${long('b')}end`);
  assert.deepEqual(
    pieces.map(({ kind }) => kind),
    ['gone', 'new'],
  );
});
