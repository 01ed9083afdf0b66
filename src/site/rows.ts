import { type Code, endOfLifeOf, firstSentence, type NotableLifecycle, notableLifecycleOf } from '../index.ts';
import type { Mark } from '../shared/mark.ts';
import { escapeHtml } from './escape.ts';
import { marksOf } from './marks.ts';
import { markFor, type PreviewMark } from './preview.ts';
import { type SiteApi, urls } from './site.ts';
import { texts } from './texts.ts';

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
    href: urls.code(api.id, code.code),
    title: code.title,
    status: code.statuses.map(({ status }) => status).join(', '),
    family: code.statuses[0]!.family,
    retry: texts.retry[code.retry.policy].short,
    policy: code.retry.policy,
    fault: code.fault,
    lifecycle: notableLifecycleOf(code),
    marks: marksOf(code, api.news),
    instead: insteadOf(api, code),
    changed: markFor(api.id, code.code),
    meaning: api.inline(code.meaning),
    whatToDo: api.inline(code.remediation[0]!),
  }));
}

function insteadOf(api: SiteApi, code: Code): CodeRow['instead'] {
  const replacedBy = endOfLifeOf(code)?.replacedBy;
  return replacedBy === undefined ? undefined : { code: replacedBy, href: urls.code(api.id, replacedBy) };
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
    href: urls.code(api.id, code.code),
    lifecycle: notableLifecycleOf(code),
    marks: marksOf(code),
    line: lineOf(api, code),
  }));
}

const lines = new WeakMap<Code, string>();

/** Remembered, for a code is linked from many pages. */
function lineOf(api: SiteApi, code: Code): string {
  const line = lines.get(code) ?? (code.title ? escapeHtml(code.title) : api.inline(firstSentence(code.meaning)));
  lines.set(code, line);
  return line;
}
