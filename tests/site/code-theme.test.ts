import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHighlighter } from 'shiki';
import { codeTheme, toClasses } from '../../src/site/code-theme.ts';

test('code in guides has classes instead of styles, however little time Shiki would give it', async () => {
  const shiki = await createHighlighter({ themes: [codeTheme], langs: ['javascript'] });
  const html = shiki.codeToHtml('const answer = 42;', {
    lang: 'javascript',
    theme: 'errorbook',
    // shorter than any line takes
    tokenizeTimeLimit: 0.000_001,
    transformers: [toClasses],
  });
  assert.match(html, /<span class="w">const<\/span>/);
  assert.match(html, /<span class="n">\s*42<\/span>/);
  assert.doesNotMatch(html, /style=/);
});
