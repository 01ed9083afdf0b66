import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createHighlighterCoreSync } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import json from 'shiki/langs/json.mjs';
import { classOf, codeTheme } from '../../src/site/code-theme.ts';
import { escapeHtml } from '../../src/site/escape.ts';
import { highlightResponse } from '../../src/site/highlight.ts';

const shiki = createHighlighterCoreSync({ themes: [codeTheme], langs: [json], engine: createJavaScriptRegexEngine() });

/** JSON as Shiki's grammar has it: a span for each stretch of a class, and none for what is blank between two. */
function htmlByGrammar(text: string): string {
  const lines = shiki.codeToTokensBase(text, { lang: 'json', theme: 'errorbook' }).map((tokens) => {
    const stretches: { name: string | undefined; html: string }[] = [];
    for (const { content, color } of tokens) {
      const last = stretches.at(-1);
      const name = content.trim() ? classOf(color) : last?.name;
      if (last && last.name === name) last.html += escapeHtml(content);
      else stretches.push({ name, html: escapeHtml(content) });
    }
    return stretches.map(({ name, html }) => (name ? `<span class="${name}">${html}</span>` : html)).join('');
  });
  return lines.join('\n');
}

test('the JSON of a response has the colors that its grammar gives it', () => {
  const string = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('\\', '"', '\n', '\t', ' ', 'a', '/', '\u0001', ':') }),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      string,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.constantFrom(true, false, null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(string, tie('value'), { maxKeys: 3 }),
    ),
  }));
  fc.assert(
    fc.property(value, (value) => {
      const body = { value: JSON.parse(JSON.stringify(value)) };
      const html = highlightResponse({ statusLine: '', headers: [], body });
      assert.equal(html, htmlByGrammar(JSON.stringify(body, null, 2)));
    }),
    { numRuns: 2_000, seed: 7 },
  );
});
