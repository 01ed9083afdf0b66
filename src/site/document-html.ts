import {
  type Block,
  type Content,
  type CodeLink as DocumentLink,
  type Example,
  hasBlocks,
  type Inline,
  statusText,
} from '../index.ts';
import { codeHtml, escapeHtml } from './escape.ts';
import { highlightResponse } from './highlight.ts';
import { marksHtml } from './marks.ts';
import type { CodeLink } from './rows.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';
import { stateAnchor } from './urls.ts';

/*
 * The blocks of a document as HTML: the one place beside Markdown and highlighting that writes it as text, because the preview
 * compares the items of blocks as HTML. It is not faster than components: at 1,000 and 10,000 codes builds take as long with either.
 */

/** How HTML of a document names addresses. */
export interface HtmlSetting {
  api: SiteApi;
  /** False for a state before, whose statuses, states and releases may have no page. */
  linked: boolean;
  /** Whether links to a state arrive here. */
  hasAnchors?: boolean;
}

/** A block in pieces: its items, and what is around them. */
export interface Pieces {
  open: string;
  items: string[];
  close: string;
}

export function blocksHtml(blocks: readonly Block[], setting: HtmlSetting): string {
  return blocks.map((block) => blockHtml(block, setting)).join('');
}

function blockHtml(block: Block, setting: HtmlSetting): string {
  const { open, items, close } = piecesOf(block, setting);
  return open + items.join('') + close;
}

/** A block as HTML in pieces; one that has no items is one. */
export function piecesOf(block: Block, setting: HtmlSetting): Pieces {
  const one = (html: string): Pieces => ({ open: '', items: [html], close: '' });
  switch (block.kind) {
    case 'prose':
      return { open: '', items: setting.api.blocks(block.markdown), close: '' };
    case 'heading':
      return one(`<h${block.depth}>${contentHtml(block.content, setting)}</h${block.depth}>`);
    case 'paragraph': {
      const [only, ...others] = block.content;
      return only?.kind === 'prose' && others.length === 0 && hasBlocks(only.markdown)
        ? { open: '', items: setting.api.blocks(only.markdown), close: '' }
        : one(`<p>${contentHtml(block.content, setting)}</p>`);
    }
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const items = block.items.map((item) => `<li>${cellHtml(item, setting)}</li>`);
      return { open: `<${tag}>`, items, close: `</${tag}>` };
    }
    case 'table': {
      const heads = block.heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join('');
      const head = `<table class="facts-table" aria-label="${escapeHtml(block.label)}"><thead><tr>${heads}</tr></thead><tbody>`;
      return { open: head, items: block.rows.map((row) => rowHtml(row, setting)), close: '</tbody></table>' };
    }
    case 'responses':
      return { open: '', items: block.examples.map(exampleHtml), close: '' };
    case 'codes': {
      return codeLinkPieces(block.codes.map((link) => linkOf(link, setting)));
    }
    case 'program':
      return one(`<pre><code>${escapeHtml(block.text)}</code></pre>`);
  }
}

function rowHtml([first = [], ...rest]: readonly Content[], setting: HtmlSetting): string {
  const cells = rest.map((cell) => `<td>${cellHtml(cell, setting)}</td>`);
  return `<tr><th scope="row">${contentHtml(first, setting)}</th>${cells.join('')}</tr>`;
}

function exampleHtml({ name, response }: Example): string {
  const caption = name ? `<figcaption>${escapeHtml(name)}</figcaption>` : '';
  return `<figure class="response">${caption}<pre><code>${highlightResponse(response)}</code></pre></figure>`;
}

function linkOf({ code, lifecycle, line }: DocumentLink, setting: HtmlSetting): CodeLink {
  return {
    code,
    href: setting.api.hrefOf(code),
    lifecycle,
    marks: lifecycle ? [{ kind: lifecycle, text: texts.marks[lifecycle] }] : [],
    line: line ? contentHtml([line], setting) : '',
  };
}

/** A list of codes. */
export function codeLinksHtml(links: readonly CodeLink[]): string {
  const { open, items, close } = codeLinkPieces(links);
  return open + items.join('') + close;
}

function codeLinkPieces(links: readonly CodeLink[]): Pieces {
  const itemOf = (link: CodeLink) =>
    `<li${link.lifecycle ? ` class="${link.lifecycle}"` : ''}>${codeLinkHtml(link)}</li>`;
  return { open: '<ul class="code-links">', items: links.map(itemOf), close: '</ul>' };
}

/** A code with its marks and a line about it. */
export function codeLinkHtml({ code, href, marks, line }: CodeLink): string {
  return `${linked(href, codeHtml(code))}${marksHtml(marks)}<span class="line">${line}</span>`;
}

/** The content of an item or a cell, which may hold the blocks of a text. */
function cellHtml(content: Content, setting: HtmlSetting): string {
  const [only, ...others] = content;
  return only?.kind === 'prose' && others.length === 0
    ? setting.api.item(only.markdown)
    : contentHtml(content, setting);
}

export function contentHtml(content: Content, setting: HtmlSetting): string {
  return content.map((inline) => inlineHtml(inline, setting)).join('');
}

function inlineHtml(inline: Inline, { api, linked: isLinked, hasAnchors = false }: HtmlSetting): string {
  const { urls } = api;
  const toPage = (href: string, html: string, attributes = '') =>
    isLinked ? linked(href, html, attributes) : `<span${attributes}>${html}</span>`;
  switch (inline.kind) {
    case 'text':
    case 'domain':
    case 'codes-of':
      return escapeHtml(inline.text);
    case 'strong':
      return `<strong>${escapeHtml(inline.text)}</strong>`;
    case 'mark':
      return `<span class="mark">${escapeHtml(inline.text)}</span>`;
    case 'type':
      return `<span class="type">${escapeHtml(inline.text)}</span>`;
    case 'literal':
      return codeHtml(inline.text);
    case 'prose':
      return api.inline(inline.markdown);
    case 'term':
      return `${codeHtml(inline.name)}${inline.meaning ? ` ${api.item(inline.meaning)}` : ''}`;
    case 'code':
      return linked(api.hrefOf(inline.code), codeHtml(inline.code));
    case 'version-code':
      return toPage(urls.code(inline.api, inline.code), codeHtml(inline.code));
    case 'envelope':
      return toPage(urls.envelope(api.id, inline.envelope), codeHtml(inline.envelope));
    case 'state': {
      const name = codeHtml(inline.state);
      return inline.group === undefined || !isLinked ? name : linked(api.stateHref(inline.group, inline.state), name);
    }
    case 'state-name': {
      const id = hasAnchors ? ` id="${escapeHtml(stateAnchor(inline.group, inline.state))}"` : '';
      return `<span${id}>${codeHtml(inline.state)}</span>`;
    }
    case 'status': {
      const { status, family } = inline.status;
      return toPage(urls.status(api.id, status), escapeHtml(statusText(inline.status)), ` class="status f${family}"`);
    }
    case 'all-of-status':
      return toPage(urls.status(api.id, inline.status.status), escapeHtml(inline.text));
    case 'policy':
      return isLinked ? `<a class="policy" href="#retry">${inline.text}</a>` : inline.text;
    case 'moment': {
      const isRelease = isLinked && api.releases.some(({ name }) => name === inline.moment);
      return linked(isRelease ? urls.release(api.id, inline.moment) : undefined, escapeHtml(inline.moment));
    }
    case 'section':
      return isLinked ? linked(`#${inline.section}`, escapeHtml(inline.text)) : escapeHtml(inline.text);
    case 'guide':
      return toPage(urls.guide(api.id, inline.guide), escapeHtml(inline.text));
    case 'link':
      return linked(inline.href, escapeHtml(inline.text));
  }
}

/** HTML as a link; as it is where there is no address. `attributes` begin with a space. */
function linked(href: string | undefined, html: string, attributes = ''): string {
  return href === undefined ? html : `<a${attributes} href="${escapeHtml(href)}">${html}</a>`;
}
