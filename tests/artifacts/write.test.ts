import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  code,
  codeBlock,
  indented,
  inlineText,
  line,
  plain,
  prose,
  table,
} from '../../src/artifacts/markdown/write.ts';
import { files, registryOf } from '../helpers/checked.ts';
import { present } from '../helpers/present.ts';
import { textOf } from './setup.ts';

const hrefOf = (text: string) => (text === 'LOST' ? '/errors/LOST.md' : undefined);

test('plain text shows just that text in Markdown', () => {
  assert.equal(
    plain(' a*b_c `d` [e](f) <g> & #h | ~i! \\j \n\u0007 k '),
    'a\\*b\\_c \\`d\\` \\[e\\](f) \\<g\\> \\& \\#h \\| \\~i\\! \\\\j k',
  );
  assert.equal(inlineText(' a\tb '), ' a b ');
  assert.equal(code('a\n`b`\u0007'), '``a `b` ``');
  assert.equal(codeBlock('sh', 'a ``` b\u0007'), '````sh\na ``` b \n````');
});

test('prose keeps its markup, and nothing in it becomes HTML, a heading or a block without an end', () => {
  const texts = {
    'See `LOST`, ` LOST ` and `SOLD`.': 'See [`LOST`](/errors/LOST.md), [` LOST `](/errors/LOST.md) and `SOLD`.',
    'Split `LO\nST` and `\nLOST`': 'Split `LO\nST` and `\nLOST`',
    'a <b>c</b> <!-- d --> <?e?> 1 < 2 \\<f <3 `<g>` <h':
      'a \\<b>c\\</b> \\<!-- d --> \\<?e?> 1 < 2 \\<f <3 `<g>` \\<h',
    '# A\n\n```\n<b>': '**A**\n\n```\n<b>\n```',
    ' a\u0007b ': 'a b',
  };
  assert.deepEqual(Object.fromEntries(Object.keys(texts).map((text) => [text, prose(text, hrefOf)])), texts);
});

test('cells and items of lists have prose on one line', () => {
  assert.equal(line('One\n  two \nthree `LOST`.', hrefOf), 'One two three [`LOST`](/errors/LOST.md).');
  assert.equal(line('- one\n- two', hrefOf), 'one; two');
});

test('a table has a row for its heads, and a bar inside a cell does not end it', () => {
  assert.equal(
    table(
      ['a', 'b'],
      [
        ['1|2', '`3\\|4`'],
        ['', '|'],
      ],
    ),
    '| a | b |\n| --- | --- |\n| 1\\|2 | `3\\|4` |\n|  | \\| |',
  );
  assert.equal(table(['a'], []), '| a |\n| --- |');
});

test('the lines of a text after the first are indented, but for empty ones', () => {
  assert.equal(indented('a\nb\n\nc\n', 2), 'a\n  b\n\n  c\n');
});

test('a problem type has what its example says beyond the members of problem details', () => {
  const sources = {
    'desk/api.yaml': `title: Desk API
summary: Takes parcels.
domains: [parcels, calls]
statuses:
  BUSY: { meaning: The line is busy. }
envelope:
  headers: { X-Desk: { meaning: Which., example: d1 } }
  fields:
    - { pointer: /error/code, type: string, role: code, meaning: M. }
    - { pointer: /error/text, type: string, role: message, meaning: M. }
    - { pointer: /error/status, type: integer, role: status, meaning: M. }
    - { pointer: /error/id, type: string, role: requestId, example: r1, meaning: M. }
    - { pointer: /error/title, type: string, example: t1, meaning: M. }
    - { pointer: /id, type: string, example: i1, meaning: M. }
    - { pointer: /ok, type: boolean, const: false, meaning: M. }
    - { pointer: /hint, type: string, optional: true, meaning: M. }
`,
    'desk/parcels.yaml':
      'title: Parcels\ncodes: { LOST: { status: [404, 410], message: Lost., retry: never, meaning: Nobody has it., remediation: Wait. } }\n',
    'desk/calls.yaml': `title: Calls
envelope: none
codes:
  CUT: { status: 500, title: Cut off, retry: never, meaning: The call was cut off., remediation: Call again. }
  BUSY: { status: BUSY, retry: never, meaning: The desk talks to others., remediation: Call later. }
`,
  };
  const { types } = JSON.parse(textOf('problem-types', present(registryOf(files(sources)).apis[0])));
  const base = 'https://errors.example/docs/desk/errors';
  const contentType = ['Content-Type', 'application/problem+json'];
  assert.deepEqual(types, [
    {
      type: `${base}/LOST/`,
      title: 'Lost.',
      code: 'LOST',
      status: 404,
      statuses: [404, 410],
      examples: [
        {
          name: '',
          headers: [contentType, ['X-Desk', 'd1']],
          body: {
            type: `${base}/LOST/`,
            title: 'Lost.',
            status: 404,
            detail: 'Lost.',
            code: 'LOST',
            id: 'r1',
            title_2: 't1',
            id_2: 'i1',
          },
        },
      ],
    },
    {
      type: `${base}/CUT/`,
      title: 'Cut off',
      code: 'CUT',
      status: 500,
      examples: [
        {
          name: '',
          headers: [contentType],
          body: { type: `${base}/CUT/`, title: 'Cut off', status: 500, code: 'CUT' },
        },
      ],
    },
    { type: `${base}/BUSY/`, title: 'BUSY', code: 'BUSY', examples: [] },
  ]);
});
