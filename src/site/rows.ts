import {
  type Code,
  endOfLifeOf,
  type Field,
  type NotableLifecycle,
  notableLifecycleOf,
  type Status,
} from '../index.ts';
import type { Mark } from '../shared/mark.ts';
import { marksOf } from './marks.ts';
import type { PreviewMark } from './preview.ts';
import type { SiteApi } from './site.ts';
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
    href: api.urls.code(api.id, code.code),
    title: code.title,
    status: code.statuses.map(({ status }) => status).join(', '),
    family: code.statuses[0]!.family,
    retry: texts.retry[code.retry.policy].short,
    policy: code.retry.policy,
    fault: code.fault,
    lifecycle: notableLifecycleOf(code),
    marks: marksOf(code, api.news),
    instead: insteadOf(api, code),
    changed: api.previewMark(code.code),
    meaning: api.inline(code.meaning),
    whatToDo: api.inline(code.remediation[0]!),
  }));
}

/** A status with its name: `404 Not Found`; a name alone where that is the status. */
export function statusText({ status, title }: Status): string {
  return title === String(status) ? title : `${status} ${title}`.trim();
}

function insteadOf(api: SiteApi, code: Code): CodeRow['instead'] {
  const replacedBy = endOfLifeOf(code)?.replacedBy;
  return replacedBy === undefined ? undefined : { code: replacedBy, href: api.urls.code(api.id, replacedBy) };
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
    href: api.urls.code(api.id, code.code),
    lifecycle: notableLifecycleOf(code),
    marks: marksOf(code),
    line: api.lineOf(code),
  }));
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
