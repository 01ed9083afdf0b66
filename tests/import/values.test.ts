import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { proseOf } from '../../src/import/values/prose.ts';
import { statusesOf } from '../../src/import/values/status.ts';

test('a status is what the source says, and nothing that it only hints at', () => {
  const cases: [string | number | string[], number[] | undefined][] = [
    [404, [404]],
    ['404', [404]],
    ['`404`', [404]],
    ['HTTP 429', [429]],
    ['HTTP/1.1 429 Too Many Requests', [429]],
    ['404 Not Found', [404]],
    ['400/404', [400, 404]],
    ['400, 404 or 409', [400, 404, 409]],
    [
      ['400', '404'],
      [400, 404],
    ],
    ['4xx', undefined],
    ['404?', undefined],
    ['~500', undefined],
    ['INVALID_ARGUMENT', undefined],
    [42, undefined],
    ['1404', undefined],
    ['400-499', undefined],
  ];
  for (const [value, expected] of cases) assert.deepEqual(statusesOf(value), expected, String(value));
});

const markdown = new MarkdownIt({ html: true });

/** What a reader sees of Markdown, with code spans and lists as they are written. */
function seen(text: string): string {
  const inline = markdown.parse(text, {}).flatMap((token) => token.children ?? []);
  return inline
    .map(({ type, markup, content }) => {
      if (type === 'code_inline') return `${markup}${content}${markup}`;
      return type === 'softbreak' || type === 'hardbreak' ? '\n' : content;
    })
    .join('');
}

test('plain text says the same once it is Markdown', () => {
  const piece = fc.constantFrom(
    'a',
    'word',
    ' ',
    '*',
    '**',
    '_',
    '__init__',
    '<b>',
    '</b>',
    '<Say>',
    '&amp;',
    '&',
    '[x](y)',
    '![p](q)',
    '~~',
    '#',
    '\\',
    '\\*',
    '!',
    'http://a.example',
    '<https://a.example>',
    '5 * 3',
    '{',
    '}',
    '|',
    '>',
    '=',
    '`',
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
      const text = pieces.join('').trim();
      fc.pre(text !== '' && !text.includes('`') && !/^(?:[-+*]|\d+[.)])\s/.test(text));
      assert.equal(
        seen(proseOf(text, false)),
        text.replaceAll(/ +/g, (it) => it),
      );
    }),
    { numRuns: 2000 },
  );
});

test('Markdown stays as it is, but for HTML, which is shown as text', () => {
  assert.equal(
    proseOf('Use **bold**, `<b>` and [a link](https://x.example).', true),
    'Use **bold**, `<b>` and [a link](https://x.example).',
  );
  assert.equal(proseOf('A <b>tag</b>, `<code>`.', true), 'A \\<b>tag\\</b>, `<code>`.');
});
