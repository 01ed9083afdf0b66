import MarkdownIt, { type Token } from 'markdown-it';
import { hasBlocks, leadOf, oneLine } from '../index.ts';
import { escapeHtml } from './escape.ts';

/** Raw HTML is shown, never run, and links to anything but the web, mail or this site stay text. */
const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false });
markdown.validateLink = (href) => /^(?:https?:|mailto:|[^:]*$|[^:]*[/?#])/i.test(href.trim());
markdown.renderer.rules.code_inline = (tokens, index, _options, env) =>
  spanHtml(tokens[index]!.content, env as ProseEnv);
markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
  const token = tokens[index]!;
  const href = (env as ProseEnv).linkOf?.(String(token.attrGet('href')));
  if (href !== undefined) token.attrSet('href', href);
  return self.renderToken(tokens, index, options);
};
/** A heading is a bold paragraph: the headings of a page are its own. */
markdown.disable('lheading');
markdown.renderer.rules.heading_open = () => '<p><strong>';
markdown.renderer.rules.heading_close = () => '</strong></p>\n';
markdown.renderer.rules.image = (tokens, index, _options, env) => {
  const alt = escapeHtml(tokens[index]!.content);
  const image = (env as ProseEnv).imageOf?.(String(tokens[index]!.attrGet('src')));
  if (!image) return alt;
  const { src, width, height } = image;
  return `<img src="${escapeHtml(src)}" alt="${alt}" width="${width}" height="${height}" loading="lazy" decoding="async">`;
};

/** Where names and links of prose lead. */
export interface ProseEnv {
  /** The address of a text in backticks that is a code. */
  hrefOf?: (text: string) => string | undefined;
  /** The address that a relative link stands for. */
  linkOf?: (href: string) => string | undefined;
  /** An image of the registry, by the address that prose gives it; others are shown as their alternative text. */
  imageOf?: (src: string) => ShownImage | undefined;
}

/** An image with its size in pixels, so that nothing moves when it comes. */
export interface ShownImage {
  src: string;
  width: number;
  height: number;
}

/**
 * Text on one line in which nothing but code in single backticks means anything in Markdown: most prose of most registries.
 * Reading it here takes a tenth of the time of a parser, and gives the same.
 */
const SIMPLE = /^(?:[^\\`*_~[\]<>&"\r\n\0]|`[^`\s](?:[^`\r\n\0]*[^`\s])?`(?!`))*$/;
/** With anything else, a line may begin a list, a heading or another block. */
const BEGINS_PARAGRAPH = /^[\p{L}`'(]/u;
const SPAN = /`([^`]+)`/g;

function spanHtml(content: string, { hrefOf }: ProseEnv): string {
  const code = `<code>${escapeHtml(content)}</code>`;
  const href = hrefOf?.(content);
  return href === undefined ? code : `<a href="${escapeHtml(href)}">${code}</a>`;
}

/** Prose on one line as HTML, without a paragraph around it; the blocks of a longer text follow each other. */
export function inline(text: string, env: ProseEnv = {}): string {
  const line = oneLine(text);
  if (!SIMPLE.test(line)) return markdown.renderInline(line, { ...env });
  return line.replace(SPAN, (_, content: string) => spanHtml(content, env));
}

/** Prose as HTML, a text for each of its blocks. */
export function blocks(text: string, env: ProseEnv = {}): string[] {
  if (BEGINS_PARAGRAPH.test(text) && text === text.trim() && SIMPLE.test(text))
    return [`<p>${inline(text, env)}</p>\n`];
  const tokens = markdown.parse(text, { ...env });
  const ends = tokens.flatMap(({ level, nesting }, index) => (level === 0 && nesting <= 0 ? [index + 1] : []));
  return ends.map((end, index) =>
    markdown.renderer.render(tokens.slice(ends[index - 1] ?? 0, end), markdown.options, { ...env }),
  );
}

/** Prose as HTML for an item of a list or a cell of a table: one paragraph has no element of its own. */
export function item(text: string, env: ProseEnv = {}): string {
  return hasBlocks(text) ? blocks(text, env).join('').trim() : inline(text, env);
}

/** Prose as plain text on one line, for titles, descriptions and search. */
export function plainText(text: string): string {
  const line = oneLine(text);
  const shown = SIMPLE.test(line)
    ? line.replace(SPAN, '$1')
    : inlineTokens(text)
        .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : content))
        .join('');
  return shown.replace(/\s+/g, ' ').trim();
}

/** The parts of a text on one line in which nothing but code is marked: every second one is code. Undefined for other texts. */
export function simpleParts(line: string): string[] | undefined {
  return SIMPLE.test(line) ? line.split(SPAN) : undefined;
}

/** The first paragraph of prose as plain text, for rows and descriptions. */
export function summaryText(text: string): string {
  return plainText(leadOf(text));
}

/** A stretch of prose in one style. */
export interface Span {
  kind: 'text' | 'code' | 'strong';
  text: string;
}

/** Prose on one line, for a place that has styles and no links: after the text of a link its address is in brackets. */
export function spansOf(text: string): Span[] {
  return spansOfTokens(inlineTokens(text));
}

/** A text on one line, as the tokens of a paragraph. */
export function inlineTokens(text: string): Token[] {
  return markdown.parseInline(oneLine(text), {})[0]?.children ?? [];
}

/** A text as tokens of blocks. */
export function tokensOf(text: string): Token[] {
  return markdown.parse(text, {});
}

/** The tokens inside a paragraph in styles. */
export function spansOfTokens(tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  const open: { strong: number; hrefs: string[] } = { strong: 0, hrefs: [] };
  const add = (content: string) => spans.push({ kind: open.strong > 0 ? 'strong' : 'text', text: content });
  for (const token of tokens) {
    if (token.type === 'code_inline') spans.push({ kind: 'code', text: token.content });
    else if (token.type.endsWith('break')) add(' ');
    else if (token.type === 'link_open') open.hrefs.push(String(token.attrGet('href') ?? ''));
    else if (token.type === 'link_close') add(` (${open.hrefs.pop()})`);
    else if (token.type.startsWith('strong_')) open.strong += token.nesting;
    else if (token.content !== '') add(token.content);
  }
  return spans;
}
