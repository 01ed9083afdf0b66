import { responseText } from '../../model/envelope/example.ts';
import { hasBlocks } from '../../model/prose.ts';
import { statusText } from '../../model/status-text.ts';
import type { Block, CodeLink, Content, Document, Inline, Notice } from '../../view/index.ts';
import { documentTexts } from '../../view/index.ts';
import { codeBlock, code as inCode, indented, inlineText, line, plain, prose, table } from './write.ts';

/** What Markdown of a document must know beside it. */
export interface MarkdownSetting {
  /** The address of a code's Markdown; undefined for a text that is not a code. */
  hrefOf(text: string): string | undefined;
  /** The address of a code's Markdown in another version of the API. */
  codeIn(api: string, code: string): string;
  /** The address of a domain's Markdown. */
  domain(id: string): string;
  /** The address of a guide's Markdown. */
  guide(id: string): string;
  /** The address that a link without a host leads to; undefined if that is not a page of the API, or is the page with the link. */
  linkOf(href: string): string | undefined;
  /** Turns the links of prose into addresses that work in a file. */
  linksIn(markdown: string): string;
  /** The same for the body of a guide, whose links count from its page. */
  linksInBody?: (markdown: string) => string;
}

const { code: t } = documentTexts;

/** A document as Markdown in parts, between which blank lines belong; `level` is that of its title, `rows` follow its facts. */
export function documentMarkdown(
  document: Document,
  setting: MarkdownSetting,
  level: number,
  rows: readonly string[],
): string[] {
  const { title, subtitle, lines, facts, notices, lead, sections } = document;
  const about = [
    ...(subtitle ? [subtitle] : []),
    ...lines,
    ...facts.map(({ label, values }): Content => [{ kind: 'text', text: `${label}: ` }, ...joined(values)]),
  ].map((content) => contentMarkdown(content, setting));
  const blocks = (some: readonly Block[]) => some.flatMap((block) => blockMarkdown(block, setting, level));
  return [
    `${'#'.repeat(level)} ${contentMarkdown([title], setting)}`,
    ...listed([...about, ...rows]),
    ...notices.map((notice) => noticeMarkdown(notice, setting)),
    ...blocks(lead),
    ...sections.flatMap(({ title, blocks: own }) => [`${'#'.repeat(level + 1)} ${plain(title)}`, ...blocks(own)]),
  ];
}

function joined(values: readonly Content[]): Inline[] {
  return values.flatMap((value, index) => [...(index > 0 ? [{ kind: 'text' as const, text: ', ' }] : []), ...value]);
}

function noticeMarkdown({ text, reason, replacedBy }: Notice, setting: MarkdownSetting): string {
  return [
    `**${plain(text)}**`,
    ...(reason === undefined ? [] : [line(setting.linksIn(reason), setting.hrefOf)]),
    ...(replacedBy === undefined ? [] : [`${t.replacedBy} ${linked(replacedBy, setting)}`]),
  ].join(' ');
}

function blockMarkdown(block: Block, setting: MarkdownSetting, level: number): string[] {
  const { hrefOf, linksIn, linksInBody = linksIn } = setting;
  switch (block.kind) {
    case 'prose':
      return [prose(linksInBody(block.markdown), hrefOf)];
    case 'heading':
      return [`${'#'.repeat(Math.min(level - 1 + block.depth, 6))} ${contentMarkdown(block.content, setting)}`];
    case 'paragraph':
      // a text alone in a paragraph keeps its lines
      return [contentMarkdown(block.content, setting, prose)];
    case 'list': {
      const items = block.items.map((item) => itemMarkdown(item, setting));
      return block.ordered ? [joinedItems(items, (index) => `${index + 1}. `)] : listed(items);
    }
    case 'table':
      return [
        table(
          block.heads,
          block.rows.map((row) => row.map((cell) => contentMarkdown(cell, setting))),
        ),
      ];
    case 'responses':
      return block.examples.flatMap(({ name, response }) => [
        ...(name ? [plain(name)] : []),
        codeBlock(response.statusLine ? 'http' : (response.format ?? 'json'), responseText(response)),
      ]);
    case 'codes':
      return listed(block.codes.map((link) => codeLinkMarkdown(link, setting)));
    case 'program':
      return [codeBlock(block.language.replace(/[`\s]/g, ''), block.text)];
  }
}

function listed(items: readonly string[]): string[] {
  return items.length === 0 ? [] : [joinedItems(items, () => '- ')];
}

/** Items with their marks; the lines of one that has several are indented as far as its mark is wide. */
function joinedItems(items: readonly string[], mark: (index: number) => string): string {
  const marked = items.map((item, index) => mark(index) + indented(item, mark(index).length));
  return marked.join(items.some((item) => item.includes('\n')) ? '\n\n' : '\n');
}

/** An item of a list, which may hold the blocks of a text. */
function itemMarkdown(content: Content, setting: MarkdownSetting): string {
  const [only, ...others] = content;
  const hasMore = only?.kind === 'prose' && others.length === 0 && hasBlocks(only.markdown);
  return contentMarkdown(content, setting, hasMore ? prose : line);
}

/** Content on one line; `show` is how the texts of the registry in it are written. */
function contentMarkdown(content: Content, setting: MarkdownSetting, show: typeof prose = line): string {
  return content
    .map((span) => spanMarkdown(span, setting, show))
    .join('')
    .trim();
}

function spanMarkdown(span: Inline, setting: MarkdownSetting, show: typeof prose): string {
  switch (span.kind) {
    case 'text':
    case 'policy':
    case 'type':
    case 'domain':
    case 'section':
    case 'all-of-status':
      return inlineText(span.text);
    case 'strong':
      return `**${plain(span.text)}**`;
    case 'mark':
      return `(${plain(span.text)})`;
    case 'literal':
      return inCode(span.text);
    case 'prose':
      return show(setting.linksIn(span.markdown), setting.hrefOf);
    case 'term':
      return `${inCode(span.name)}${span.meaning ? `: ${line(setting.linksIn(span.meaning), setting.hrefOf)}` : ''}`;
    case 'code':
      return linked(span.code, setting);
    case 'version-code':
      return `[${inCode(span.code)}](${setting.codeIn(span.api, span.code)})`;
    case 'envelope':
      return inCode(span.envelope);
    case 'state':
    case 'state-name':
      return inCode(span.state);
    case 'status':
      return plain(statusText(span.status));
    case 'moment':
      return plain(span.moment);
    case 'codes-of':
      return `[${plain(span.text)}](${setting.domain(span.domain)})`;
    case 'guide':
      return `[${plain(span.text)}](${setting.guide(span.guide)})`;
    case 'link':
      return `[${plain(span.text)}](<${span.href.replace(/[<>]/g, encodeURIComponent)}>)`;
  }
}

function codeLinkMarkdown({ code, lifecycle, line: about }: CodeLink, setting: MarkdownSetting): string {
  const state = lifecycle ? ` (${documentTexts.lifecycle[lifecycle].toLowerCase()})` : '';
  return `${linked(code, setting)}${state}${about ? `: ${contentMarkdown([about], setting)}` : ''}`;
}

function linked(code: string, { hrefOf }: MarkdownSetting): string {
  const href = hrefOf(code);
  return href === undefined ? inCode(code) : `[${inCode(code)}](${href})`;
}
