import {
  approve,
  CHANGE_LEVELS,
  type Change,
  type ChangeLevel,
  documentTexts,
  previousVersion,
  type Release,
} from '../index.ts';
import { bytesOf, htmlSize, nameSize } from './html-size.ts';
import { type ChangeContext, type CodeName, codeName, type ReleaseChange, releaseChange } from './release-change.ts';
import { countsOf, dateOf, type ShownDate } from './releases.ts';
import type { Section } from './section-pages.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';
import { releaseAnchor, versionAnchor } from './urls.ts';

const { changes: t } = texts;

/** This many changes of a release are shown whole, the weightiest first; of the others it names the codes. */
const MOST_WHOLE = 500;

/** About how many bytes the heading of a level has, and a change around its texts. */
const SIZES = { group: 250, change: 200 };

/** What the rows of changes take from an API. */
export type ChangesApi = ChangeContext & Pick<SiteApi, 'id' | 'releases' | 'versions' | 'urls'>;

/** One release, or the step from the version before. */
export interface SectionHead {
  name: string;
  anchor: string;
  date: ShownDate | undefined;
  step: string | undefined;
  /** `1 breaking, 2 risky`; or how many codes the first release had. */
  counts: string;
}

/** The changes of one level in a section. */
export interface GroupHead {
  level: ChangeLevel;
  /** How many changes there are. */
  count: number;
}

/** A line of the page of changes, which is never divided: a change, or the code of others. */
export interface ChangesRow {
  group: GroupHead;
  /** A change with its place in the group, from 1. */
  change?: ReleaseChange & { place: number };
  /** A code of changes that are not shown whole. */
  other?: CodeName;
  /** About how many bytes of HTML it has. */
  size: number;
}

/**
 * The sections of the page of an API's changes: releases from the newest, then what changed since the version before. That of the
 * first release has no rows, because everything would be new.
 */
export function changesSections(api: ChangesApi): Section<SectionHead, ChangesRow>[] {
  const releases = api.releases.map((release) => ({
    head: {
      name: release.name,
      anchor: releaseAnchor(release.name),
      date: dateOf(release),
      step: release.step === 'none' ? undefined : t.steps[release.step],
      counts: countsOf(release),
    },
    items: release.first ? [] : rowsOf(api, release),
  }));
  return [...releases, ...versionSection(api)];
}

function versionSection(api: ChangesApi): Section<SectionHead, ChangesRow>[] {
  const previous = previousVersion(api);
  if (!previous) return [];
  const { from, to, changes } = previous;
  // a code that is gone still has its page in the version before
  const before = new Set(changes.map(({ code }) => code));
  const hrefOf = (text: string) =>
    api.hrefOf(text) ?? (before.has(text) ? api.urls.code(previous.api, text) : undefined);
  const head = {
    name: documentTexts.changes.between(from, to),
    anchor: versionAnchor(previous.api),
    date: undefined,
    step: undefined,
    counts: countsOf({ changes }),
  };
  return [{ head, items: rowsOf({ ...api, hrefOf }, { changes, approved: [] }) }];
}

function rowsOf(api: ChangesApi, release: Pick<Release, 'changes' | 'approved'>): ChangesRow[] {
  const approvals = release.approved.map((approval) => ({ ...approval, api: api.id }));
  // the approvals that a release keeps apply to it, even after their last day
  const { approved } = approve(release.changes, approvals, '');
  const byLevel = Map.groupBy(release.changes, ({ level }) => level);
  let room = MOST_WHOLE;
  return CHANGE_LEVELS.flatMap((level) => {
    const all = byLevel.get(level) ?? [];
    const whole = all.slice(0, room);
    room -= whole.length;
    const group = { level, count: all.length };
    const rows = [
      ...whole.map((it, index) => {
        const change = { ...releaseChange(api, it, approved.get(it)?.reason), place: index + 1 };
        return { group, change, size: changeSize(change) };
      }),
      ...codesOf(all.slice(whole.length)).map((code) => {
        const other = codeName(api, code);
        return { group, other, size: nameSize(other) };
      }),
    ];
    return rows.map((row, index) => (index === 0 ? { ...row, size: row.size + SIZES.group } : row));
  });
}

function codesOf(changes: readonly Change[]): string[] {
  const codes = new Set(changes.map(({ code, codeAfter = code }) => codeAfter));
  return [...codes].filter((code) => code !== undefined);
}

function changeSize({ subject, sentence, values, approved = '' }: ReleaseChange): number {
  const names = [...(subject ? [subject] : []), ...sentence];
  const shown =
    values === undefined ? [] : values.layout === 'sides' ? [...values.before, ...values.after] : values.pieces;
  return [
    SIZES.change,
    ...names.map((it) => ('text' in it ? htmlSize(it.text) : nameSize(it))),
    ...shown.map(({ kind, text }) => htmlSize(text) + (kind === 'same' ? 0 : 11)),
    bytesOf(approved),
  ].reduce((sum, size) => sum + size);
}
