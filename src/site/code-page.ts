import {
  type Code,
  type EndOfLife,
  envelopeOf,
  type Field,
  fieldsOf,
  type NotableLifecycle,
  notableLifecycleOf,
} from '../index.ts';
import type { Mark } from '../shared/mark.ts';
import { codeTwins, type Twin } from './artifacts.ts';
import { breakable, escapeHtml } from './escape.ts';
import { firstSentence, plainText } from './markdown.ts';
import { marksOf } from './marks.ts';
import { markFor, type PreviewMark } from './preview.ts';
import { type ShownExample, shownExamples } from './responses.ts';
import { type CodeLink, codeLinks, type FieldRow, fieldRows, statusText } from './rows.ts';
import { type SiteApi, urls } from './site.ts';
import { type ShownSnippet, shownSnippets } from './snippets.ts';
import { type SupportPart, supportOf } from './support.ts';
import { texts } from './texts.ts';
import { mockCommand, statesAnchor } from './urls.ts';

const { code: t } = texts;

/** What is shown of neighbours and of the same status at most, however large the registry is. */
const FEW = 6;

/** Everything that a code's page shows. Where a text may hold markup it is HTML, safe to set. */
export interface CodePage {
  code: string;
  heading: string;
  /** The title below the code, or the code below the title; HTML. */
  subtitle: string | undefined;
  description: string;
  /** Other spellings, with when and why they were given up; the last is HTML. */
  formerly: { code: string; until: string | undefined; reason: string | undefined }[];
  api: { title: string; href: string };
  domain: { title: string; href: string };
  lifecycle: NotableLifecycle | undefined;
  marks: Mark[];
  /** What the last release did to it. */
  news: { kind: 'new' | 'changed'; text: string; href: string } | undefined;
  /** In a preview, what changed. */
  changed: PreviewMark | undefined;
  notices: { kind: NotableLifecycle; text: string; reason: string | undefined; replacement: CodeLink | undefined }[];
  statuses: { text: string; href: string; family: string }[];
  fault: string;
  retry: { long: string; what: string; reason: string | undefined; notes: string[] };
  since: { label: string; text: string; href: string | undefined } | undefined;
  /** HTML, with paragraphs. */
  meaning: string;
  /** Each of these is one item of a list, as HTML. */
  steps: string[];
  causes: string[];
  headers: string[];
  operations: string[];
  states: string[];
  examples: ShownExample[];
  /** The command that makes the mock server answer so. */
  provoke: string | undefined;
  /** Empty where a client has nothing to branch on. */
  snippets: ShownSnippet[];
  fields: FieldRow[];
  related: CodeLink[];
  sameStatus: { title: string; links: CodeLink[]; all: { text: string; href: string } } | undefined;
  links: { title: string; href: string }[];
  /** Whether there is anything to see also. */
  hasMore: boolean;
  neighbours: { links: CodeLink[]; previous: Leaf | undefined; next: Leaf | undefined };
  contents: { text: string; href: string }[];
  source: string | undefined;
  support: SupportPart;
  twins: Twin[];
  /** Where the values that a link carries belong: pointer, type and role of every field of the response. */
  hints: [pointer: string, type: Field['type'], role?: Field['role']][];
}

interface Leaf {
  text: string;
  href: string;
  isCode: boolean;
}

/** The page of one code. */
export function codePage(api: SiteApi, code: Code): CodePage {
  const domain = api.byDomain.get(code.domain)!;
  const heading = api.sendsCodes ? code.code : (code.title ?? code.code);
  const { long, what } = texts.retry[code.retry.policy];
  const summary = firstSentence(plainText(code.meaning), 200);
  const page = {
    code: code.code,
    heading,
    subtitle: heading === code.code ? optional(escapeHtml, code.title) : `<code>${breakable(code.code)}</code>`,
    description: `${summary} ${t.description(statusText(code.statuses[0]!), long)}.`,
    formerly: code.aliases.map(({ code, since, reason }) => ({
      code,
      until: since,
      reason: optional(api.inline, reason),
    })),
    api: { title: api.title, href: urls.api(api.id) },
    domain: { title: domain.title, href: urls.domain(api.id, domain.id) },
    lifecycle: notableLifecycleOf(code),
    marks: marksOf(code),
    news: newsAbout(api, code),
    changed: markFor(api.id, code.code),
    notices: noticesOf(api, code),
    statuses: code.statuses.map((it) => ({
      text: statusText(it),
      href: urls.status(api.id, it.status),
      family: it.family,
    })),
    fault: texts.faults[code.fault],
    retry: { long, what, reason: optional(api.block, code.retry.reason), notes: retryNotes(code) },
    since: sinceOf(api, code),
    meaning: api.block(code.meaning),
    steps: code.remediation.map(api.inline),
    causes: code.causes.map(api.inline),
    headers: Object.entries(code.headers).flatMap(([name, { meaning }]) => (meaning ? [term(api, name, meaning)] : [])),
    operations: code.operations.map(({ operation, meaning }) => term(api, operation, meaning)),
    states: code.states.map((state) => stateLink(api, state)),
    examples: shownExamples(api, code),
    provoke: code.statuses[0]!.family === 'other' ? undefined : provokedBy(api, code),
    snippets: shownSnippets(api, code),
    fields: fieldRows(api, code.fields),
    related: codeLinks(
      api,
      code.related.map((name) => api.byCode.get(name)!),
    ),
    sameStatus: sameStatus(api, code),
    links: code.links,
    neighbours: neighboursOf(api, code),
    source: api.source && `${api.source}${code.file.slice(api.id.length + 1)}#L${code.line}`,
    support: supportOf(api, code),
    twins: codeTwins(api, code),
    hints: hintsOf(api, code),
  };
  const hasMore = page.related.length > 0 || page.sameStatus !== undefined || page.links.length > 0;
  return { ...page, hasMore, contents: contentsOf({ ...page, hasMore }) };
}

/** The first release says when the docs began; the API may have sent the code long before. */
function sinceOf(api: SiteApi, { since }: Code): CodePage['since'] {
  if (since === undefined) return undefined;
  const label = since === api.releases.at(-1)?.name ? t.documentedSince : t.since;
  return { label, text: since, href: releaseHref(api, since) };
}

function contentsOf(page: Omit<CodePage, 'contents'>): CodePage['contents'] {
  const sections: [shown: boolean, text: string, id: string][] = [
    [true, t.whatToDo, 'what-to-do'],
    [true, t.retry, 'retry'],
    [page.causes.length > 0, t.causes, 'causes'],
    [true, t.response, 'response'],
    [true, t.handle, 'handle'],
    [page.fields.length > 0, t.fields, 'fields'],
    [page.operations.length > 0, t.operations, 'operations'],
    [page.states.length > 0, t.states, 'states'],
    [page.hasMore, t.seeAlso, 'see-also'],
  ];
  return sections.filter(([shown]) => shown).map(([, text, id]) => ({ text, href: `#${id}` }));
}

/** How a reader makes the mock server answer with the code; HTML. */
function provokedBy(api: SiteApi, { code }: Code): string {
  return `<p>${api.inline(t.provoke)}</p><pre class="command"><code>${escapeHtml(mockCommand(api.id, code))}</code></pre>`;
}

function optional(show: (text: string) => string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : show(text);
}

/** A name in code, and what it means here. */
function term(api: SiteApi, name: string, meaning: string | undefined): string {
  return `<code>${breakable(name)}</code>${meaning ? ` ${api.inline(meaning)}` : ''}`;
}

function stateLink(api: SiteApi, state: string): string {
  const group = Object.entries(api.states).find(([, { values }]) => Object.hasOwn(values, state));
  const name = `<code>${breakable(state)}</code>`;
  return group ? `<a href="${urls.api(api.id)}#${statesAnchor(group[0])}">${name}</a>` : name;
}

/** The address of a release's section; none for a moment that is no release of the API. */
function releaseHref(api: SiteApi, name: string | undefined): string | undefined {
  return api.releases.some((release) => release.name === name) ? urls.release(api.id, name!) : undefined;
}

function newsAbout(api: SiteApi, { code }: Code): CodePage['news'] {
  const kind = api.news.get(code);
  if (!kind) return undefined;
  const { name } = api.releases[0]!;
  const text = kind === 'new' ? texts.changes.newIn(name) : texts.changes.changedIn(name);
  return { kind, text, href: urls.release(api.id, name) };
}

function noticesOf(api: SiteApi, { deprecated, retired, reserved }: Code): CodePage['notices'] {
  const notice = (kind: NotableLifecycle, text: string, { reason, replacedBy }: EndOfLife = {}) => ({
    kind,
    text,
    reason: optional(api.inline, reason),
    replacement: replacedBy === undefined ? undefined : codeLinks(api, [api.byCode.get(replacedBy)!])[0],
  });
  return [
    ...(retired ? [notice('retired', t.retiredSince(retired.since), retired)] : []),
    ...(deprecated ? [notice('deprecated', t.deprecatedSince(deprecated.since), deprecated)] : []),
    ...(reserved ? [notice('reserved', t.reservedNote)] : []),
  ];
}

function hintsOf(api: SiteApi, code: Code): CodePage['hints'] {
  const fields = fieldsOf(envelopeOf(api, code), code);
  return fields.map(({ pointer, type, role }) => (role ? [pointer, type, role] : [pointer, type]));
}

function retryNotes({ retry: { policy, delay, attempts } }: Code): string[] {
  return [
    ...(delay === undefined ? [] : [policy === 'retry-after' ? t.wait(delay) : t.delay(delay)]),
    ...(attempts === undefined ? [] : [t.attempts(attempts)]),
  ];
}

/** A few others with the same usual status. The search ends early, for a large API has thousands of them. */
function sameStatus(api: SiteApi, code: Code): CodePage['sameStatus'] {
  const usual = code.statuses[0]!;
  const passed = new Set([code.code, ...code.related]);
  const others: Code[] = [];
  for (const other of api.inStatus.get(usual.status) ?? []) {
    if (!passed.has(other.code)) others.push(other);
    if (others.length === FEW) break;
  }
  if (others.length === 0) return undefined;
  return {
    title: t.sameStatus(statusText(usual)),
    links: codeLinks(api, others),
    all: { text: t.allOf(String(usual.status)), href: urls.status(api.id, usual.status) },
  };
}

function neighboursOf(api: SiteApi, code: Code): CodePage['neighbours'] {
  const all = api.inDomain.get(code.domain)!;
  const here = api.placeInDomain.get(code)!;
  const first = Math.max(0, Math.min(here - FEW / 2, all.length - FEW - 1));
  const leaf = (other: Code | undefined) =>
    other && { text: other.code, href: urls.code(api.id, other.code), isCode: true };
  return {
    links: codeLinks(api, all.slice(first, first + FEW + 1)),
    previous: leaf(all[here - 1]),
    next: leaf(all[here + 1]),
  };
}
