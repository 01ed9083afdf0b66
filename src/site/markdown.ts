import MarkdownIt from 'markdown-it';
import { escapeHtml } from './escape.ts';

/** Raw HTML is shown, never run, and links to anything but the web, mail or this site stay text. */
const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false });
markdown.validateLink = (href) => /^(?:https?:|mailto:|[^:]*$|[^:]*[/?#])/i.test(href.trim());
markdown.renderer.rules.code_inline = (tokens, index, _options, env) => {
  const { content } = tokens[index]!;
  const code = `<code>${escapeHtml(content)}</code>`;
  const href = (env as ProseEnv).hrefOf?.(content);
  return href === undefined ? code : `<a href="${escapeHtml(href)}">${code}</a>`;
};
markdown.renderer.rules.image = (tokens, index) => escapeHtml(tokens[index]!.content);

interface ProseEnv {
  hrefOf?: (text: string) => string | undefined;
}

const PLAIN = /^[^\\`*_~[\]<>&"'!\n|#]*$/;

/** One line of prose as HTML, without a paragraph around it. `hrefOf` gives the address of a text in backticks that is a code. */
export function inline(text: string, hrefOf?: ProseEnv['hrefOf']): string {
  return PLAIN.test(text) ? text : markdown.renderInline(text, { hrefOf });
}

/** Prose as HTML with its paragraphs and lists. */
export function block(text: string, hrefOf?: ProseEnv['hrefOf']): string {
  return markdown.render(text, { hrefOf });
}

/** A line that begins like a list, a heading, a quote, a table or code. */
const BLOCK = /^\s*(?:[-+*>]|\d+[.)]|#{1,6}\s|\||```|~~~)/m;

/** Prose as plain text on one line, for titles, descriptions and the search. */
export function plainText(text: string): string {
  if (PLAIN.test(text) && !BLOCK.test(text)) return text.replace(/\s+/g, ' ').trim();
  const isBlock = text.includes('\n') && BLOCK.test(text);
  const tokens = isBlock ? markdown.parse(text, {}) : markdown.parseInline(text, {});
  return tokens
    .map(({ content, children }) => (children ? children.map(textOfToken).join('') : content))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function textOfToken({ type, content }: { type: string; content: string }): string {
  return type === 'softbreak' || type === 'hardbreak' ? ' ' : content;
}

/** Prose as plain text in parts: every second one, from the second on, is code. */
export function plainParts(text: string): string[] {
  const parts = [''];
  for (const { type, content } of markdown.parseInline(text, {})[0]?.children ?? []) {
    if (type === 'code_inline') parts.push(content, '');
    else parts[parts.length - 1] += type.endsWith('break') ? ' ' : content;
  }
  return parts.at(-1) === '' ? parts.slice(0, -1) : parts;
}

/** A stretch of prose in one style. */
export interface Span {
  kind: 'text' | 'code' | 'strong';
  text: string;
}

/** Prose for a place that has styles and no links: after the text of a link its address is in brackets. */
export function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  const open: { strong: number; hrefs: string[] } = { strong: 0, hrefs: [] };
  const add = (content: string) => spans.push({ kind: open.strong > 0 ? 'strong' : 'text', text: content });
  for (const token of markdown.parseInline(text, {})[0]?.children ?? []) {
    if (token.type === 'code_inline') spans.push({ kind: 'code', text: token.content });
    else if (token.type.endsWith('break')) add(' ');
    else if (token.type === 'link_open') open.hrefs.push(String(token.attrGet('href') ?? ''));
    else if (token.type === 'link_close') add(` (${open.hrefs.pop()})`);
    else if (token.type.startsWith('strong_')) open.strong += token.nesting;
    else if (token.content !== '') add(token.content);
  }
  return spans;
}
