import {
  type Code,
  type CodeFilter,
  endOfLifeOf,
  filterCodes,
  type NotableLifecycle,
  notableLifecycleOf,
} from '../index.ts';
import type { Mark } from '../shared/mark.ts';
import { marksOf } from './marks.ts';
import type { PreviewMark } from './preview.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';
import { usualStatus } from './usual-status.ts';

/** One row of a table of codes, as the table shows it. */
export interface CodeRow {
  code: string;
  href: string;
  title: string | undefined;
  status: string;
  family: string;
  retry: string;
  policy: string;
  fault: string;
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
export function codeRows(api: SiteApi, codes: readonly Code[]): CodeRow[] {
  return codes.map((code) => ({
    code: code.code,
    href: api.urls.code(api.id, code.code),
    title: code.title,
    status: code.statuses.map(({ status }) => status).join(', '),
    family: usualStatus(code).family,
    retry: texts.retry[code.retry.policy].short,
    policy: code.retry.policy,
    fault: code.fault,
    lifecycle: notableLifecycleOf(code),
    marks: marksOf(code, api.news),
    instead: insteadOf(api, code),
    changed: api.previewMark(code.code),
    meaning: api.inline(code.meaning),
    whatToDo: api.inline(code.remediation[0] ?? ''),
  }));
}

function insteadOf(api: SiteApi, code: Code): CodeRow['instead'] {
  const replacedBy = endOfLifeOf(code)?.replacedBy;
  return replacedBy === undefined ? undefined : { code: replacedBy, href: api.urls.code(api.id, replacedBy) };
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

/** The rows of the codes that a guide asks for. */
export function filteredRows(api: SiteApi, filter: CodeFilter): CodeRow[] {
  return codeRows(api, filterCodes(api.codes, filter));
}

/** Links to the codes that a guide asks for. */
export function filteredLinks(api: SiteApi, filter: CodeFilter): CodeLink[] {
  return codeLinks(api, filterCodes(api.codes, filter));
}

/** A status that an API sends. */
export interface StatusRow {
  status: string;
  href: string;
  family: string;
  /** Empty where it is the status itself. */
  title: string;
  /** HTML. */
  meaning: string;
  /** How many codes have it. */
  count: number;
}

/** The statuses of an API. */
export function statusRows(api: SiteApi): StatusRow[] {
  return api.statuses.map(({ status, title, family, meaning = '' }) => ({
    status: String(status),
    href: api.urls.status(api.id, status),
    family,
    title: title === status ? '' : title,
    meaning: api.inline(meaning),
    count: api.inStatus.get(status)?.length ?? 0,
  }));
}
