import {
  type Code,
  endOfLifeOf,
  type Field,
  type NotableLifecycle,
  notableLifecycleOf,
  type Status,
} from '../index.ts';
import type { Mark } from '../shared/mark.ts';
import { escapeHtml } from './escape.ts';
import { firstSentence } from './markdown.ts';
import { marksOf } from './marks.ts';
import { markFor, type PreviewMark } from './preview.ts';
import { type SiteApi, urls } from './site.ts';
import { texts } from './texts.ts';
import { domainAnchor } from './urls.ts';

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
  /** The operations that return it. */
  operations: string[];
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
    operations: code.operations.map(({ operation }) => operation),
    lifecycle: notableLifecycleOf(code),
    marks: marksOf(code, api.news),
    instead: insteadOf(api, code),
    changed: markFor(api.id, code.code),
    meaning: api.inline(code.meaning),
    whatToDo: api.inline(code.remediation[0]!),
  }));
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
    return [{ id, title, href: urls.domain(api.id, id), anchor: domainAnchor(id), count, rows: codeRows(api, own) }];
  });
}

/** Codes of one kind in a single group without a heading. */
export function plainGroup(api: SiteApi, codes: readonly Code[], id = '', title = ''): CodeGroup[] {
  return [{ id, title, href: undefined, anchor: undefined, count: codes.length, rows: codeRows(api, codes) }];
}

/** A status with its name: `404 Not Found`; a name alone where that is the status. */
export function statusText({ status, title }: Status): string {
  return title === String(status) ? title : `${status} ${title}`.trim();
}

function insteadOf(api: SiteApi, code: Code): CodeRow['instead'] {
  const replacedBy = endOfLifeOf(code)?.replacedBy;
  return replacedBy === undefined ? undefined : { code: replacedBy, href: urls.code(api.id, replacedBy) };
}

/** A link to a code with one line about it. */
export interface CodeLink {
  code: string;
  href: string;
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

/** One field of a body, as a field table shows it. */
export interface FieldRow {
  pointer: string;
  type: string;
  notes: string[];
  meaning: string;
}

/** The fields with those of their items, in order. */
export function fieldRows(api: SiteApi, fields: readonly Field[], before = ''): FieldRow[] {
  return fields.flatMap((field) => {
    const pointer = before + field.pointer;
    const notes = [
      ...(field.optional ? [texts.table.optional] : []),
      ...(field.const !== undefined ? [texts.table.always(JSON.stringify(field.const))] : []),
    ];
    return [
      { pointer, type: field.type, notes, meaning: api.inline(field.meaning) },
      ...fieldRows(api, field.items ?? [], `${pointer}/…`),
    ];
  });
}
