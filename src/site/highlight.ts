import { createHighlighterCoreSync } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import json from 'shiki/langs/json.mjs';
import xml from 'shiki/langs/xml.mjs';
import { bodyText, type ExampleResponse, familyOf } from '../index.ts';
import { classOf, codeTheme, TIME_LIMIT } from './code-theme.ts';
import { escapeHtml } from './escape.ts';

const shiki = createHighlighterCoreSync({
  themes: [codeTheme],
  langs: [json, xml],
  engine: createJavaScriptRegexEngine(),
});

/** JSON or XML as HTML with a class for each kind of token. */
function highlightText(text: string, lang: 'json' | 'xml'): string {
  const lines = shiki.codeToTokensBase(text, {
    lang,
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
export function highlightResponse(response: ExampleResponse): string {
  const { statusLine, headers, format = 'json' } = response;
  const text = bodyText(response);
  const body = format === 'text' ? escapeHtml(text) : highlightText(text, format);
  if (!statusLine) return body;
  const [version, ...status] = statusLine.split(' ');
  const head = [
    `${version} <span class="status f${familyOf(Number(status[0]))}">${escapeHtml(status.join(' '))}</span>`,
    ...headers.map(([name, value]) => `<span class="k">${escapeHtml(name)}</span>: ${escapeHtml(value)}`),
  ];
  return `${head.join('\n')}\n\n${body}`;
}
