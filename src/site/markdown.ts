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

/** Prose as plain text, for titles and descriptions. */
export function plainText(text: string): string {
  const tokens = markdown.parseInline(text, {})[0]?.children ?? [];
  return tokens
    .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : content))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Prose as plain text in parts: every second one, from the second on, stands in code. */
export function plainParts(text: string): string[] {
  const parts = [''];
  for (const { type, content } of markdown.parseInline(text, {})[0]?.children ?? []) {
    if (type === 'code_inline') parts.push(content, '');
    else parts[parts.length - 1] += type.endsWith('break') ? ' ' : content;
  }
  return parts.at(-1) === '' ? parts.slice(0, -1) : parts;
}

/** The first sentence of a text, cut at a word where it is longer than `most` characters. */
export function firstSentence(text: string, most = 160): string {
  const sentence = /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
  if (sentence.length <= most) return sentence;
  return `${sentence.slice(0, most).replace(/\s+\S*$/, '')}…`;
}
