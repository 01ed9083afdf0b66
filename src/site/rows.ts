import {
  allStatuses,
  type Code,
  type CodeFilter,
  documentedFault,
  endOfLifeOf,
  filterCodes,
  humanName,
  leadOf,
  listName,
  listOf,
  type NotableLifecycle,
  notableLifecycleOf,
  retryLabel,
  type Status,
  statusText,
} from '../index.ts';
import type { Mark } from '../shared/mark.ts';
import { marksOf } from './marks.ts';
import type { TextLink } from './page.ts';
import { listPages, rowOperations } from './paging.ts';
import type { PreviewMark } from './preview.ts';
import type { SiteApi } from './site.ts';
import { shellTexts } from './texts/shell.ts';
import { domainAnchor, statusAnchor } from './urls.ts';
import { usualStatus } from './usual-status.ts';

/** One row of a table of codes, as the table shows it. */
interface CodeRow {
  /** The code as it is sent, or its title where callers never see it. */
  name: { text: string; isCode: boolean };
  href: string;
  /** What people call it, beside a name that is the code. */
  title: string | undefined;
  /** Other names of the same error. */
  names: readonly string[];
  status: string;
  family: string;
  retry: string;
  policy: string;
  fault: string;
  /** Where it is not an error. */
  severity: Exclude<Code['severity'], 'error'>;
  /** The operations that return it, one to a line; of very many the first. */
  operations: string | undefined;
  lifecycle: NotableLifecycle | undefined;
  marks: Mark[];
  /** The code that takes its place. */
  instead: { code: string; href: string } | undefined;
  /** In a preview, what changed. */
  changed: PreviewMark | undefined;
  meaning: string;
  whatToDo: string;
}

/** A row for each code, in order. */
function codeRows(api: SiteApi, codes: readonly Code[]): CodeRow[] {
  return codes.map((code) => ({
    ...namesOf(api, code),
    names: code.names ?? [],
    href: api.urls.code(api.id, code.code),
    status: statusesOf(code),
    family: usualStatus(code).family,
    retry: retryLabel(api, code),
    policy: code.retry.policy,
    fault: documentedFault(code) ?? '',
    severity: code.severity === 'error' ? undefined : code.severity,
    operations: rowOperations(code),
    lifecycle: notableLifecycleOf(code),
    marks: marksOf(code, api.news),
    instead: insteadOf(api, code),
    changed: api.previewMark(code.code),
    meaning: api.inline(leadOf(code.meaning)),
    whatToDo: api.inline(leadOf(code.remediation[0] ?? '')),
  }));
}

function statusesOf(code: Code): string {
  const all = allStatuses(code);
  return (all.length > 0 ? all : [usualStatus(code)]).map(({ status }) => status).join(', ');
}

function namesOf(api: SiteApi, code: Code): Pick<CodeRow, 'name' | 'title'> {
  const name = listName(api, code);
  return { name, title: name.isCode ? humanName(code) : undefined };
}

function insteadOf(api: SiteApi, code: Code): CodeRow['instead'] {
  const replacedBy = endOfLifeOf(code)?.replacedBy;
  return replacedBy === undefined ? undefined : { code: replacedBy, href: api.urls.code(api.id, replacedBy) };
}

/** The rows of one domain in a table. */
export interface CodeGroup {
  id: string;
  title: string;
  /** The domain's page, where the group has a heading that links there. */
  href: string | undefined;
  /** The fragment of the heading. */
  anchor: string | undefined;
  /** How many codes the domain has; a page may show fewer. */
  count: number;
  rows: CodeRow[];
}

/** Codes by their domains, in the order of the domains, each under a heading. */
export function codeGroups(api: SiteApi, codes: readonly Code[]): CodeGroup[] {
  const byDomain = Map.groupBy(codes, ({ domain }) => domain);
  return api.domains.flatMap(({ id, title }) => {
    const own = byDomain.get(id);
    if (!own) return [];
    const count = api.inDomain.get(id)?.length ?? 0;
    return [
      { id, title, href: api.urls.domain(api.id, id), anchor: domainAnchor(id), count, rows: codeRows(api, own) },
    ];
  });
}

/** Codes in a single group without a heading. */
export function plainGroup(api: SiteApi, codes: readonly Code[], id = '', title = ''): CodeGroup[] {
  return [{ id, title, href: undefined, anchor: undefined, count: codes.length, rows: codeRows(api, codes) }];
}

/** A link to a code with one line about it. */
export interface CodeLink {
  code: string;
  /** Undefined where it has no page, as in a state before. */
  href: string | undefined;
  lifecycle: NotableLifecycle | undefined;
  /** Where it is in its lifecycle, in words; news is in tables. */
  marks: Mark[];
  line: string;
}

/** Links to codes, each with its title or the first sentence of its meaning. */
export function codeLinks(api: SiteApi, codes: readonly Code[]): CodeLink[] {
  return codes.map((code) => ({
    code: code.code,
    href: api.urls.code(api.id, code.code),
    lifecycle: notableLifecycleOf(code),
    marks: marksOf(code),
    line: api.lineOf(code),
  }));
}

/** What a guide shows of the codes that it asks for. */
interface Filtered<Shown> {
  shown: Shown[];
  /** Where all are, if they are too many for one page. */
  all: TextLink | undefined;
}

/** The codes that a guide asks for, as a table. */
export function filteredGroup(api: SiteApi, filter: CodeFilter): Filtered<CodeGroup> {
  const { shown, all } = filteredCodes(api, filter);
  return { shown: plainGroup(api, shown), all };
}

/** Links to the codes that a guide asks for. */
export function filteredLinks(api: SiteApi, filter: CodeFilter): Filtered<CodeLink> {
  const { shown, all } = filteredCodes(api, filter);
  return { shown: codeLinks(api, shown), all };
}

/** The codes that a guide asks for. Those that it names one by one are all shown, and so are those of a state, which the search can't look for. */
export function filteredCodes(api: SiteApi, filter: CodeFilter): Filtered<Code> {
  const codes = filterCodes(api.codes, filter);
  const [first] = listPages(codes);
  if (!first || first.of === 1 || filter.codes !== undefined || filter.state !== undefined)
    return { shown: codes, all: undefined };
  const { domain, status, retry, fault } = filter;
  const query = Object.entries({ domain, status, retry, fault }).flatMap(([name, list]) =>
    list === undefined ? [] : [`${name}:${listOf(list).join()}`],
  );
  const all = { text: shellTexts.allCodes(codes.length), href: api.urls.searchIn(api.id, query.join(' ')) };
  return { shown: [...first.items], all };
}

/** A status that an API sends. */
export interface StatusRow {
  status: string;
  /** The fragment of its row on the page of statuses. */
  anchor: string;
  href: string;
  family: string;
  /** Empty where the status says it. */
  title: string;
  /** HTML. */
  meaning: string;
  /** How many codes have it. */
  count: number;
}

/** The statuses of an API. */
export function statusRows(api: SiteApi): StatusRow[] {
  return api.statuses.map(({ status, title, family, meaning = '' }) => ({
    ...statusParts({ status, title }),
    anchor: statusAnchor(status),
    href: api.urls.status(api.id, status),
    family,
    meaning: api.inline(meaning),
    count: api.inStatus.get(status)?.length ?? 0,
  }));
}

/** The two columns' worth of {@link statusText}: a status that its title repeats is shown by the title alone. */
function statusParts(status: Pick<Status, 'status' | 'title'>): Pick<StatusRow, 'status' | 'title'> {
  const text = statusText(status);
  const name = String(status.status);
  return text.startsWith(`${name} `)
    ? { status: name, title: text.slice(name.length + 1) }
    : { status: text, title: '' };
}
