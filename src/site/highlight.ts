import { createHighlighterCoreSync } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import json from 'shiki/langs/json.mjs';
import { type ExampleResponse, familyOf } from '../index.ts';
import { classOf, codeTheme, TIME_LIMIT } from './code-theme.ts';
import { escapeHtml } from './escape.ts';

const shiki = createHighlighterCoreSync({ themes: [codeTheme], langs: [json], engine: createJavaScriptRegexEngine() });

/** JSON as HTML with a class for each kind of token. */
function highlightJson(text: string): string {
  const lines = shiki.codeToTokensBase(text, {
    lang: 'json',
    theme: 'errorbook',
    tokenizeTimeLimit: TIME_LIMIT,
  });
  return lines
    .map((tokens) => {
      let html = '';
      let open: string | undefined;
      for (const { content, color } of tokens) {
        const name = content.trim() ? classOf(color) : open;
        if (name !== open) html += (open ? '</span>' : '') + (name ? `<span class="${name}">` : '');
        open = name;
        html += escapeHtml(content);
      }
      return html + (open ? '</span>' : '');
    })
    .join('\n');
}

/** A whole response as HTML: status line, header fields, body. */
export function highlightResponse({ statusLine, headers, body }: ExampleResponse): string {
  const json = highlightJson(JSON.stringify(body, null, 2));
  if (!statusLine) return json;
  const [version, ...status] = statusLine.split(' ');
  const head = [
    `${version} <span class="status f${familyOf(Number(status[0]))}">${escapeHtml(status.join(' '))}</span>`,
    ...headers.map(([name, value]) => `<span class="k">${escapeHtml(name)}</span>: ${escapeHtml(value)}`),
  ];
  return `${head.join('\n')}\n\n${json}`;
}
