import { type Block, type Code, type Content, codeDocument, type Document, type Notice } from '../index.ts';
import { documentSetting, factsHtml } from './code-page.ts';
import { markListDifferences } from './difference.ts';
import { contentHtml, type HtmlSetting, type Pieces, piecesOf } from './document-html.ts';
import { escapeHtml } from './escape.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';

/** One side of a pair: the code's document as HTML. */
export interface PageSide {
  /** Title, earlier spellings, facts, notices and meaning. */
  head: SidePart[];
  sections: { id: string; title: string; parts: SidePart[] }[];
}

/** A block of a side in pieces; `key` is the same on both sides for what is compared. */
export interface SidePart extends Pieces {
  key: string;
}

/** The page of a code in one state; `now` knows the codes that a state before names and does not hold. */
export function sideOf(api: SiteApi, code: Code, now: SiteApi | undefined): PageSide {
  const setting = { api, linked: false };
  const named = (text: string) => api.named(text) ?? now?.named(text);
  const document = codeDocument(api, code, { ...documentSetting(api), named });
  return {
    head: headOf(document, setting),
    sections: document.sections.map(({ id, title, blocks }) => ({ id, title, parts: partsOf(blocks, setting) })),
  };
}

function headOf({ title, subtitle, lines, facts, notices, lead }: Document, setting: HtmlSetting): SidePart[] {
  const html = (content: Content) => contentHtml(content, setting);
  const rows = factsHtml(facts, setting).map(
    ({ label, values }) => `<div><dt>${label}</dt>${values.map((value) => `<dd>${value}</dd>`).join('')}</div>`,
  );
  return [
    ...[[title], ...(subtitle ? [subtitle] : [])].map((it, index) =>
      one(`title-${index}`, `<p class="title">${html(it)}</p>`),
    ),
    { key: 'lines', open: '', items: lines.map((line) => `<p class="formerly">${html(line)}</p>`), close: '' },
    { key: 'facts', open: '<dl class="facts">', items: rows, close: '</dl>' },
    ...notices.map((notice) => one(`notice-${notice.kind}`, noticeHtml(notice, setting))),
    ...partsOf(lead, setting),
  ];
}

function noticeHtml({ kind, text, reason, replacedBy }: Notice, setting: HtmlSetting): string {
  const instead: Content =
    replacedBy === undefined
      ? []
      : [
          { kind: 'text', text: ` ${texts.code.replacedBy} ` },
          { kind: 'code', code: replacedBy },
        ];
  const why = reason === undefined ? '' : ` ${setting.api.inline(reason)}`;
  return `<div class="notice ${kind}"><p><strong>${escapeHtml(text)}</strong>${why}${contentHtml(instead, setting)}</p></div>`;
}

function one(key: string, html: string): SidePart {
  return { key, open: '', items: [html], close: '' };
}

/** Blocks in pieces; the first list of one side is compared with the first list of the other, and so on. */
function partsOf(blocks: readonly Block[], setting: HtmlSetting): SidePart[] {
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    // steps are steps, whether there is one or there are several
    const kind = block.kind === 'paragraph' && block.content[0]?.kind === 'prose' ? 'list' : block.kind;
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return { key: `${kind}-${count}`, ...piecesOf(block, setting) };
  });
}

/** Both sides with what only one of them says marked. */
export function compared(before: PageSide, after: PageSide): { before: PageSide; after: PageSide } {
  const sections = (side: PageSide, other: PageSide, compare: typeof withRemovals) =>
    side.sections.map((section) => ({
      ...section,
      parts: compare(section.parts, other.sections.find(({ id }) => id === section.id)?.parts ?? []),
    }));
  return {
    before: { head: withRemovals(before.head, after.head), sections: sections(before, after, withRemovals) },
    after: { head: withAdditions(after.head, before.head), sections: sections(after, before, withAdditions) },
  };
}

/** The parts of a state before, with what is gone after it marked. */
function withRemovals(parts: readonly SidePart[], after: readonly SidePart[]): SidePart[] {
  return parts.map((part) => ({ ...part, items: markListDifferences(part.items, itemsOf(after, part.key))[0] }));
}

/** The parts of a state after, with what is new marked. */
function withAdditions(parts: readonly SidePart[], before: readonly SidePart[]): SidePart[] {
  return parts.map((part) => ({ ...part, items: markListDifferences(itemsOf(before, part.key), part.items)[1] }));
}

function itemsOf(parts: readonly SidePart[], key: string): string[] {
  return parts.find((part) => part.key === key)?.items ?? [];
}
