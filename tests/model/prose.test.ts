import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasBlocks, leadOf, mapLines, oneLine, withClosedFences, withoutHeadings } from '../../src/model/prose.ts';

/** Texts that are one paragraph, whatever they begin with. */
const PARAGRAPHS = [
  'One paragraph.',
  'One paragraph\nin two lines.',
  '',
  '5 parcels are lost.',
  '5.1 parcels are lost.',
  '#1 is lost',
  '#1 is lost\nand #2',
  '####### seven',
  '`a` is lost',
  '*Lost* parcel',
  '~~lost~~ found',
  '-not an item',
  '1234567890. not an item',
  '1234567890. not\nan item',
  '``` a`b\nText',
  'A | B\nC | D',
  '    # indented',
  'A = b\nC --- d',
  'A - b\nC 1. d',
  'A > b\nC # d',
  'A ``` b\nC',
  'A | B\n|---| C',
];

/** Texts of other blocks: their first line, and all of them on one line. */
const BLOCKS: [markdown: string, lead: string, line: string][] = [
  ['- one', 'one', 'one'],
  ['1. one', 'one', 'one'],
  ['# Lost', 'Lost', 'Lost'],
  ['# Lost #', 'Lost', 'Lost'],
  ['# C#', 'C#', 'C#'],
  ['   ###### Lost\ntext', 'text', 'Lost text'],
  ['## A # b #\n \n', 'A # b', 'A # b'],
  ['#', '', ''],
  ['\n# A\n\nB', 'B', 'A B'],
  ['> quoted', 'quoted', 'quoted'],
  ['First.\n\nSecond.', 'First.', 'First. Second.'],
  ['First;\n\nSecond', 'First;', 'First; Second'],
  ['First\n \t\nSecond', 'First', 'First Second'],
  ['# Title\n\nFirst\nline.\n\nSecond.', 'First line.', 'Title First line. Second.'],
  ['# Title\n## More', 'Title', 'Title More'],
  ['- one\n- two.\n* three!\n+ four', 'one', 'one; two. three! four'],
  ['- one:\n- two?\n- three;\n- four', 'one:', 'one: two? three; four'],
  ['Do:\n\n1. one\n2) two', 'Do:', 'Do: one; two'],
  ['Do this\n- one\n- two', 'Do this', 'Do this one; two'],
  ['- one\n  more\n- two', 'one more', 'one more; two'],
  [' - one\n\n\n   - two\n\nAfter', 'one', 'one; two After'],
  ['```sh\ncurl  x\n\ncurl y\n```\nAfter.', '`curl x curl y`', '`curl x curl y` After.'],
  ['~~~\na\n```\nb\n~~~', '````a ``` b````', '````a ``` b````'],
  ['````\na\n```\nb\n`````\nc', '````a ``` b````', '````a ``` b```` c'],
  ['```\na\n``` b\n```', '````a ``` b````', '````a ``` b````'],
  ['```\n  a\n  b\n\n```', '`a b`', '`a b`'],
  ['```\n\n  \n```\nAfter', '', 'After'],
  ['Text\n```\ncode', 'Text', 'Text `code`'],
  ['Text\n```\ncode\n```\nAfter', 'Text', 'Text `code` After'],
  ['> a\n> b\n\n>c', 'a b', 'a b c'],
  ['> a\nb', 'a b', 'a b'],
  ['Text\n> a', 'Text', 'Text a'],
  ['| A | B |\n| --- | :-: |\n| 1 | 2\\|3 |\n| | 4. |\n| 5 |\n\nAfter.', 'A, B', 'A, B; 1, 2\\|3; 4. 5 After.'],
  ['A | B\n--- | ---\n1 | 2', 'A, B', 'A, B; 1, 2'],
  ['Text\nA | B\n-|-\n1', 'Text', 'Text A, B; 1'],
  ['A\n---\nB', 'A', 'A B'],
  ['A\n--\nB', 'A', 'A B'],
  ['A\n=\nB', 'A', 'A B'],
  ['A\n\n***\n\nB', 'A', 'A B'],
  ['A\n- - -\nB\n_ _ _\nC', 'A', 'A B C'],
];

test('a text is more than a paragraph if Markdown sees another block in it', () => {
  const texts = [...PARAGRAPHS, ...BLOCKS.map(([markdown]) => markdown)];
  assert.deepEqual(
    texts.filter((text) => !hasBlocks(text)),
    PARAGRAPHS,
  );
});

test('where there is room for a line, a paragraph is as it is written, and of other blocks the first one counts', () => {
  for (const text of PARAGRAPHS) assert.deepEqual([leadOf(text), oneLine(text)], [text, text]);
  assert.deepEqual(
    BLOCKS.map(([markdown]) => [markdown, leadOf(markdown), oneLine(markdown)]),
    BLOCKS,
  );
});

test('a code block that a text leaves open is closed with its own fence', () => {
  const texts = {
    Text: 'Text',
    '```sh\ncode\n\n': '```sh\ncode\n```',
    'Text\n~~~~\n```': 'Text\n~~~~\n```\n~~~~',
    '```\ncode\n```\n': '```\ncode\n```\n',
    '  ```` js\ncode\n```': '  ```` js\ncode\n```\n````',
    '~~~\ncode\n~~~~~ \nText': '~~~\ncode\n~~~~~ \nText',
    '```\ncode\n``` js': '```\ncode\n``` js\n```',
  };
  assert.deepEqual(Object.fromEntries(Object.keys(texts).map((text) => [text, withClosedFences(text)])), texts);
});

test('lines are changed outside of code blocks alone', () => {
  assert.equal(
    mapLines('a\n```\nb\n```\nc\n~~~\nd', (line) => `<${line}>`),
    '<a>\n```\nb\n```\n<c>\n~~~\nd',
  );
});

test('a heading inside a text becomes a bold paragraph, and nothing else becomes a heading', () => {
  const texts = {
    '# Title': '**Title**',
    'Text\n# A **bold** title ##\nMore': 'Text\n\n**A bold title**\n\nMore',
    '###### Deep\n   # C#': '**Deep**\n\n**C#**',
    'A\n===\nB\n  = \nC': 'A\n\\===\nB\n\\=\nC',
    'A\n---\nB\n  - \nC': 'A\n\n---\n\nB\n\n---\n\nC',
    '```\n# code\n---\n===\n```\n## Title': '```\n# code\n---\n===\n```\n\n**Title**',
    'Text\n\n\n\n\n#\n\nMore\n\n\n\nAnd more': 'Text\n\nMore\n\nAnd more',
    '**A** # b\n# **C** and **D**': '**A** # b\n\n**C and D**',
    'A ---\n= b\n#Title': 'A ---\n= b\n#Title',
    'A\n    # code\n    ---\n    ===': 'A\n    # code\n    ---\n    ===',
  };
  assert.deepEqual(Object.fromEntries(Object.keys(texts).map((text) => [text, withoutHeadings(text)])), texts);
});
