import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import { hasBlocks, oneLine } from '../../src/index.ts';
import { blocks, inline, plainText } from '../../src/site/markdown.ts';
import { plainParts } from '../../src/site/prose-tree.ts';

/** The parser as its authors have it, but for headings and images, which are not tested here; ours also escapes apostrophes in code. */
const parser = new MarkdownIt('default', { html: false });
parser.disable('lheading');
parser.renderer.rules.image = (tokens, index) => tokens[index]?.content ?? '';
const plainly = (html: string) => html.replaceAll('&#39;', "'");

/** A heading of prose is a bold paragraph. */
const withoutHeadings = (html: string) =>
  html.replace(/<(\/?)(?:h\d|p)>(?:<strong>)?/g, '<$1>').replaceAll('</strong><', '<');

/** Texts of what prose is made of, and of whatever could mean something at one place and not at another. */
const texts = fc
  .array(
    fc.constantFrom(
      'a',
      'PARCEL_LOST',
      ' ',
      '  ',
      '`',
      '``',
      "'",
      '"',
      '!',
      '|',
      '#',
      '.',
      '-',
      '1.',
      '+',
      '_',
      '*',
      '\\',
      '<b>',
      '&amp;',
      '[x](y)',
      '\n',
      '\t',
      'é',
      '😀',
      '\u00a0',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** The words of a paragraph in parts, of which every second one is code. */
function partsOf(tokens: readonly Token[]): string[] {
  const parts = [''];
  for (const { type, content } of tokens) {
    if (type === 'code_inline') parts.push(content, '');
    else parts[parts.length - 1] += type.endsWith('break') ? ' ' : content;
  }
  return parts.at(-1) === '' ? parts.slice(0, -1) : parts;
}

test('prose that needs no parser gets the HTML and the words that a parser gives it', () => {
  fc.assert(
    fc.property(texts, (text) => {
      assert.equal(plainly(inline(text)), parser.renderInline(oneLine(text)));
      const [only] = parser.parseInline(oneLine(text), {});
      const children = only?.children ?? [];
      const words = children.map(({ type, content }) => (type.endsWith('break') ? ' ' : content));
      assert.equal(plainText(text), words.join('').replace(/\s+/g, ' ').trim());
      if (!hasBlocks(text)) assert.deepEqual(plainParts(text), partsOf(children));
      assert.equal(withoutHeadings(plainly(blocks(text).join(''))), withoutHeadings(parser.render(text)));
    }),
    { numRuns: 20_000, seed: 7 },
  );
});

test('code in prose that needs no parser is a link where it is a code, and is shown as it was written', () => {
  const hrefOf = (text: string) => (text === 'PARCEL_LOST' ? '/p/?a=1&b="2"' : undefined);
  assert.equal(
    inline("It isn't `PARCEL_LOST`, but `a<b && 'c'`.", { hrefOf }),
    'It isn\'t <a href="/p/?a=1&amp;b=&quot;2&quot;"><code>PARCEL_LOST</code></a>, but <code>a&lt;b &amp;&amp; &#39;c&#39;</code>.',
  );
});
