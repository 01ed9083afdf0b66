import { createHighlighterCoreSync } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import xml from 'shiki/langs/xml.mjs';
import { bodyText, type ExampleResponse, familyOf } from '../index.ts';
import { classOf, codeTheme, TIME_LIMIT } from './code-theme.ts';
import { escapeHtml } from './escape.ts';

const shiki = createHighlighterCoreSync({
  themes: [codeTheme],
  langs: [xml],
  engine: createJavaScriptRegexEngine(),
});

/** XML as HTML with a class for each kind of token. */
function highlightXml(text: string): string {
  const lines = shiki.codeToTokensBase(text, {
    lang: 'xml',
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

const STRING = '"(?:[^"\\\\\\n]|\\\\.)*"';
const TOKEN = new RegExp(`(${STRING})(:?)|-?\\d[\\d.eE+-]*|\\b(?:true|false|null)\\b`, 'g');
const ESCAPES = /(?:\\(?:u[0-9a-fA-F]{4}|.)\s*)*\\(?:u[0-9a-fA-F]{4}|.)/g;

/** JSON as HTML with the classes that Shiki's grammar leads to, for much less time: every code has an example of its own. */
function highlightJson(text: string): string {
  let [html, here] = ['', 0];
  for (const { 0: token, 1: string, 2: colon = '', index } of text.matchAll(TOKEN)) {
    const shown = string === undefined ? spanOf('n', escapeHtml(token)) : stringHtml(string, colon ? 'k' : 's') + colon;
    html += escapeHtml(text.slice(here, index)) + shown;
    here = index + token.length;
  }
  return html + escapeHtml(text.slice(here));
}

/** What is escaped in a string has the color of numbers. */
function stringHtml(string: string, name: string): string {
  if (!string.includes('\\')) return spanOf(name, escapeHtml(string));
  let [html, here] = ['', 0];
  for (const { 0: escapes, index } of string.matchAll(ESCAPES)) {
    html += spanOf(name, escapeHtml(string.slice(here, index))) + spanOf('n', escapeHtml(escapes));
    here = index + escapes.length;
  }
  return html + spanOf(name, escapeHtml(string.slice(here)));
}

function spanOf(name: string, html: string): string {
  return html === '' ? '' : `<span class="${name}">${html}</span>`;
}

/** A whole response as HTML: status line, header fields, body. */
export function highlightResponse(response: ExampleResponse): string {
  const { statusLine, headers, format = 'json' } = response;
  const text = bodyText(response);
  const body = format === 'json' ? highlightJson(text) : format === 'xml' ? highlightXml(text) : escapeHtml(text);
  if (!statusLine) return body;
  const [version, ...status] = statusLine.split(' ');
  const head = [
    `${version} <span class="status f${familyOf(Number(status[0]))}">${escapeHtml(status.join(' '))}</span>`,
    ...headers.map(([name, value]) => `<span class="k">${escapeHtml(name)}</span>: ${escapeHtml(value)}`),
  ];
  return `${head.join('\n')}\n\n${body}`;
}
