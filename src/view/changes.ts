import type { Change, ChangeLevel } from '../model/change.ts';
import { CHANGE_LEVELS } from '../model/change.ts';
import { sentenceParts } from '../model/named.ts';
import type { Api, Release } from '../model/registry.ts';
import { type PreviousVersion, previousVersion } from '../model/versions.ts';
import {
  type Block,
  bullets,
  type Content,
  type Document,
  heading,
  type Inline,
  literal,
  paragraph,
  prose,
  type Setting,
  strong,
  text,
} from './document.ts';
import { documentTexts } from './texts.ts';

const { changes: t } = documentTexts;

/** What changed in an API, release by release, newest first. */
export function changesDocument(api: Api, setting: Setting): Document {
  const previous = previousVersion(api);
  const since = previous && t.between(previous.from, previous.to);
  return {
    title: text(t.title),
    subtitle: undefined,
    lines: [],
    facts: [],
    notices: [],
    lead: [paragraph(text(changesLead(api)))],
    sections: [
      ...api.releases.map((release) => ({
        id: release.name,
        title: release.name,
        blocks: releaseBlocks(release, setting),
      })),
      ...(previous && since ? [{ id: since, title: since, blocks: versionBlocksOf(previous, setting) }] : []),
    ],
  };
}

/** What changed in an API, as a sentence. */
export function changesLead(api: Api): string {
  const previous = previousVersion(api);
  if (api.releases.length > 0) return t.lead(api.title);
  return previous ? t.betweenLead(previous.from, previous.to) : t.none;
}

function versionBlocksOf({ changes }: PreviousVersion, setting: Setting): Block[] {
  return [
    paragraph(text(`${countsOf({ changes })}.`)),
    ...CHANGE_LEVELS.flatMap((level) => levelBlocks(level, changes, setting)),
  ];
}

/** A release: when it was, how much changed, and each change with the worst first. */
function releaseBlocks(release: Release, setting: Setting): Block[] {
  return [
    paragraph(text(`${dateOf(release).text}: ${countsOf(release)}.`)),
    ...CHANGE_LEVELS.flatMap((level) => levelBlocks(level, release.changes, setting)),
    ...approvalBlocks(release),
  ];
}

function levelBlocks(level: ChangeLevel, changes: readonly Change[], setting: Setting): Block[] {
  const own = changes.filter((change) => change.level === level);
  const { name, what } = t.levels[level];
  return own.length === 0
    ? []
    : [heading(3, text(name)), paragraph(text(what)), ...bullets(own.map((change) => changeContent(change, setting)))];
}

/** A change: its sentence, and the values before and after unless the sentence says them. */
export function changeContent(
  { what, before, after }: Pick<Change, 'what' | 'before' | 'after'>,
  setting: Setting,
): Content {
  const values: [label: string, value: string | undefined][] = [
    [t.before, before],
    [t.after, after],
  ];
  const shown = values.filter((it): it is [string, string] => it[1] !== undefined);
  return [
    ...sentence(what, setting),
    ...(shown.every(([, value]) => what.includes(value))
      ? []
      : shown.flatMap(([label, value]) => [text(' '), strong(`${label}:`), text(` ${value}`)])),
  ];
}

/** Plain text with names in backticks. */
function sentence(plain: string, { named }: Setting): Inline[] {
  return sentenceParts(plain).map(({ text: part, isName }): Inline => {
    if (!isName) return text(part);
    return named(part) ? { kind: 'code', code: part } : literal(part);
  });
}

function approvalBlocks({ approved }: Release): Block[] {
  if (approved.length === 0) return [];
  const items = approved.map(({ rule, code, part, reason }) => [
    ...[rule, code, part].flatMap((name, index) =>
      name === undefined ? [] : [...(index > 0 ? [text(' ')] : []), literal(name)],
    ),
    text(': '),
    prose(reason),
  ]);
  return [heading(3, text(t.approvedTitle)), ...bullets(items)];
}

/** A day for people and for programs. */
export interface ShownDate {
  /** Such as `2026-12-01`. */
  iso: string;
  /** Such as `December 1, 2026`. */
  text: string;
}

/** The day of a release. */
export function dateOf({ date }: Pick<Release, 'date'>): ShownDate {
  const [year = '', month = '', day = ''] = date.split('-');
  return { iso: date, text: `${MONTHS[Number(month) - 1]} ${Number(day)}, ${year}` };
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** Changes, and of a release whether it is the first one. */
type CountedChanges = { changes: readonly Change[] } & Partial<Pick<Release, 'first' | 'codes'>>;

/** How much a release changed, in words; that of the first one says how much there was. */
export function countsOf({ first, codes = 0, changes }: CountedChanges): string {
  if (first) return t.first(codes);
  const counts = CHANGE_LEVELS.map((level) => ({ level, count: changes.filter((it) => it.level === level).length }));
  const parts = counts
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${count.toLocaleString(documentTexts.lang)} ${level}`);
  return parts.length > 0 ? parts.join(', ') : t.nothing;
}
