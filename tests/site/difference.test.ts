import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markDifferences, markListDifferences } from '../../src/site/difference.ts';

test('equal texts have no marks', () => {
  for (const text of ['', 'a b', '<p>a &amp; <b>b</b></p>\n'])
    assert.deepEqual(markDifferences(text, text), [text, text]);
});

test('words that only one side has are marked there, without the white space around them', () => {
  assert.deepEqual(markDifferences('one two  three', 'one 2 three'), [
    'one <del>two</del>  three',
    'one <ins>2</ins> three',
  ]);
  assert.deepEqual(markDifferences('', 'all new'), ['', '<ins>all new</ins>']);
  assert.deepEqual(markDifferences('cut off here', 'cut'), ['cut <del>off here</del>', 'cut']);
});

test('tags are never wrapped, moved or cut, and entities stay whole', () => {
  assert.deepEqual(markDifferences('<p>a <code>b</code></p>', '<p>a <a href="x">c d</a></p>'), [
    '<p>a <code><del>b</del></code></p>',
    '<p>a <a href="x"><ins>c d</ins></a></p>',
  ]);
  assert.deepEqual(markDifferences('x &lt; y', 'x &gt; y'), ['x <del>&lt;</del> y', 'x <ins>&gt;</ins> y']);
  assert.deepEqual(markDifferences('\u{1f4e6}', '\u{1f4e8}'), ['<del>\u{1f4e6}</del>', '<ins>\u{1f4e8}</ins>']);
});

test('without its marks each side is what it was', () => {
  const words = ['a', 'b', '<i>', '</i>', ' ', '\n', '&amp;', '.', 'c', ''];
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const text = () => Array.from({ length: random(30) }, () => words[random(words.length)]).join('');
  for (let i = 0; i < 500; i++) {
    const [before, after] = [text(), text()];
    const [was, is] = markDifferences(before, after);
    assert.equal(was.replaceAll(/<\/?del>/g, ''), before);
    assert.equal(is.replaceAll(/<\/?ins>/g, ''), after);
    assert.doesNotMatch(was + is, /<(?:del|ins)>[^<]*<\/?i>/);
    const kept = [was.replaceAll(/<del>[^<]*<\/del>/g, ''), is.replaceAll(/<ins>[^<]*<\/ins>/g, '')];
    const bare = kept.map((it) => it.replaceAll(/<[^>]*>|\s+/g, ''));
    assert.equal(bare[0], bare[1], `${before} | ${after}`);
  }
});

test('texts too long to compare word by word are marked as a whole', () => {
  const long = (word: string) => `same ${Array.from({ length: 3000 }, (_, i) => word + i).join(' ')} end`;
  const [before] = markDifferences(long('a'), long('b'));
  assert.match(before, /^<del>same a0 .* a2999 end<\/del>$/);
});

test('in lists, an item that nearly says what another says is compared with it, and all others are marked whole', () => {
  assert.deepEqual(
    markListDifferences(
      ['Ask somebody.', 'Wait for ten seconds.', 'Open the door again.'],
      ['Ask somebody.', 'Open the door again, once.', 'Go home.'],
    ),
    [
      ['Ask somebody.', '<del>Wait for ten seconds.</del>', 'Open the door again.'],
      ['Ask somebody.', 'Open the door again<ins>, once</ins>.', '<ins>Go home.</ins>'],
    ],
  );
  assert.deepEqual(markListDifferences([], ['a']), [[], ['<ins>a</ins>']]);
});
