import {
  type Code,
  codeDocument,
  conditionOf,
  type Document,
  envelopeOf,
  type Fact,
  fieldsOf,
  firstSentence,
  isDocsName,
  listName,
  type NotableLifecycle,
  nameOfOpaque,
  notableLifecycleOf,
  retryLabel,
  type Setting,
  statusText,
} from '../index.ts';
import type { Mark } from '../shared/mark.ts';
import { codeAlternates } from './artifacts.ts';
import { blocksHtml, codeLinkHtml, contentHtml, type HtmlSetting } from './document-html.ts';
import { breakable } from './escape.ts';
import { feedbackHref } from './feedback.ts';
import { summaryText } from './markdown.ts';
import { marksOf } from './marks.ts';
import { around } from './navigation.ts';
import { type PageHead, type PageTurn, turnAt } from './page.ts';
import type { PreviewMark } from './preview.ts';
import { codeLinks } from './rows.ts';
import type { SiteApi } from './site.ts';
import { type ShownSnippet, shownSnippets } from './snippets.ts';
import { editLink } from './source.ts';
import { type SupportPart, supportOf } from './support.ts';
import { texts } from './texts.ts';
import { usualStatus } from './usual-status.ts';

const { code: t } = texts;

/** Everything that a code's page shows: its document as HTML, and what only the site has. Texts that may hold markup are HTML. */
export interface CodePage {
  /** The code, or its title where callers never see it; HTML. */
  heading: string;
  headingIsCode: boolean;
  /** What the button beside the heading copies, and its name where that is not the code. */
  copy: { text: string; name: string | undefined };
  /** What people call the code; or, below a title, its name in the docs; HTML. */
  subtitle: string | undefined;
  head: PageHead;
  /** Earlier spellings; HTML. */
  lines: string[];
  lifecycle: NotableLifecycle | undefined;
  /** The family of the usual status. */
  family: string;
  marks: Mark[];
  /** What the last release did to it. */
  news: { kind: 'new' | 'changed'; text: string; href: string } | undefined;
  /** In a preview, what changed. */
  changed: PreviewMark | undefined;
  /** Reasons and replacements are HTML. */
  notices: { kind: NotableLifecycle; text: string; reason: string | undefined; replacement: string | undefined }[];
  /** Each value is HTML. */
  facts: { id: string; label: string; values: string[] }[];
  /** HTML, with paragraphs. */
  lead: string;
  sections: PageSection[];
  /** Empty where a client has nothing to branch on. */
  snippets: ShownSnippet[];
  turn: PageTurn;
  /** Since when it is documented or sent; HTML. */
  since: string | undefined;
  /** Where a reader reports whether the page helped; undefined where the API has not asked for it. */
  feedback: string | undefined;
  support: SupportPart;
  /** Where the values that a link carries belong: pointer, type and role of every field of the response, as JSON. */
  hints: string;
}

interface PageSection {
  id: string;
  title: string;
  html: string;
}

/** The page of one code. */
export function codePage(api: SiteApi, code: Code): CodePage {
  const { urls } = api;
  const domain = api.byDomain.get(code.domain);
  const setting = { api, linked: true };
  const document = codeDocument(api, code, { ...documentSetting(api), sameStatus: api.sameStatus(code) });
  const snippets = shownSnippets(api, code);
  const sections = sectionsOf(document, handleSection(api, code, snippets.length > 0, setting), setting);
  const usual = usualStatus(code);
  const summary = firstSentence(summaryText(code.meaning), 200);
  const label = retryLabel(api, code);
  const heading = document.title.kind === 'text' ? document.title.text : code.code;
  const facts = factsHtml(document.facts, setting);
  const since = facts.find(({ id }) => id === 'since');
  return {
    heading: breakable(heading),
    headingIsCode: heading === code.code,
    copy: copyOf(api, code),
    subtitle: document.subtitle && contentHtml(document.subtitle, setting),
    head: {
      title: [heading, nameOfOpaque(code), api.title].filter(Boolean).join(' · '),
      description: `${summary} ${t.description(statusText(usual), label)}.`,
      contents: sections.map(({ id, title }) => ({ text: title, href: `#${id}` })),
      alternates: codeAlternates(api, code),
      edit: editLink(api, code.file, code.line, t.source),
      ...around(api, { domain: code.domain, code: code.code }, [
        { text: domain?.title ?? code.domain, href: urls.domain(api.id, code.domain) },
      ]),
    },
    lines: document.lines.map((line) => contentHtml(line, setting)),
    lifecycle: notableLifecycleOf(code),
    family: usual.family,
    marks: marksOf(code),
    news: newsAbout(api, code),
    changed: api.previewMark(code.code),
    notices: document.notices.map(({ kind, text, reason, replacedBy }) => ({
      kind,
      text,
      reason: reason === undefined ? undefined : api.inline(reason),
      replacement: replacementHtml(api, replacedBy),
    })),
    // the domain is above the title, and the foot says since when
    facts: facts.filter(({ id }) => id !== 'domain' && id !== 'since'),
    lead: blocksHtml(document.lead, setting),
    sections,
    snippets,
    turn: turnOf(api, code),
    since: since && `${since.label} ${since.values.join(', ')}`,
    feedback: feedbackHref(api, code),
    support: supportOf(api, code),
    hints: hintsOf(api, code),
  };
}

/** What documents take from the site. */
export function documentSetting({ id, urls, named }: SiteApi): Setting {
  return { code: (code) => urls.absolute(urls.code(id, code)), named };
}

/** Facts with their values as HTML. */
export function factsHtml(facts: readonly Fact[], setting: HtmlSetting): CodePage['facts'] {
  return facts.map(({ id, label, values }) => ({
    id,
    label,
    values: values.map((value) => contentHtml(value, setting)),
  }));
}

/** The sections of the document; what to do about the code in a program, which only the site shows, is after the response. */
function sectionsOf({ sections }: Document, handle: PageSection[], setting: HtmlSetting): PageSection[] {
  const shown = sections.map(({ id, title, blocks }) => ({ id, title, html: blocksHtml(blocks, setting) }));
  const place = shown.findLastIndex(({ id }) => ['retry', 'causes', 'response'].includes(id)) + 1;
  return shown.toSpliced(place, 0, ...handle);
}

/** How a program recognizes the code, where that is all; the component shows the snippets. */
function handleSection(api: SiteApi, code: Code, hasSnippets: boolean, setting: HtmlSetting): PageSection[] {
  const condition = conditionOf(api, code);
  if (!hasSnippets && !condition) return [];
  const html = hasSnippets || !condition ? '' : `<p>${contentHtml(condition, setting)}</p>`;
  return [{ id: 'handle', title: t.handle, html }];
}

function replacementHtml(api: SiteApi, replacedBy: string | undefined): string | undefined {
  const code = replacedBy === undefined ? undefined : api.byCode.get(replacedBy);
  const [link] = code ? codeLinks(api, [code]) : [];
  return link && codeLinkHtml(link);
}

/** A code that no response has is of no use to a caller: the status and the message are what a response has. */
function copyOf(api: SiteApi, code: Code): CodePage['copy'] {
  if (!isDocsName(api, code)) return { text: code.code, name: undefined };
  const { status, family } = usualStatus(code);
  const message = code.message ?? '';
  if (family === 'other') return { text: message, name: texts.copy.message };
  return { text: `${status} ${message}`.trim(), name: message ? texts.copy.statusAndMessage : texts.copy.status };
}

function newsAbout(api: SiteApi, { code }: Code): CodePage['news'] {
  const kind = api.news.get(code);
  const [last] = api.releases;
  if (!kind || !last) return undefined;
  const { name } = last;
  const text = kind === 'new' ? texts.changes.newIn(name) : texts.changes.changedIn(name);
  return { kind, text, href: api.urls.release(api.id, name) };
}

function hintsOf(api: SiteApi, code: Code): string {
  const fields = fieldsOf(envelopeOf(api, code), code);
  return JSON.stringify(fields.map(({ pointer, type, role }) => (role ? [pointer, type, role] : [pointer, type])));
}

function turnOf(api: SiteApi, code: Code): PageTurn {
  const all = api.inDomain.get(code.domain) ?? [];
  return turnAt(all, api.placeInDomain.get(code) ?? 0, (other) => ({
    ...listName(api, other),
    name: nameOfOpaque(other),
    href: api.urls.code(api.id, other.code),
  }));
}
