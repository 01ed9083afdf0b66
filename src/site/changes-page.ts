import { approve, CHANGE_LEVELS, type Change, type ChangeLevel, type Release } from '../registry/index.ts';
import { breakable, escapeHtml } from './escape.ts';
import { type SiteApi, urls } from './site.ts';
import { many, texts } from './texts.ts';
import { releaseAnchor } from './urls.ts';
import { type Piece, wordDiff } from './word-diff.ts';

const { changes: t } = texts;

/** So many changes of a page are shown whole, the newest and weightiest first; of so many more it names the codes. */
const WHOLE = 500;
const NAMED = 5000;
/** More safe changes than these are folded away, for nobody has to act on them. */
const FOLDED_FROM = 20;
/** Values that are no longer than this stand in the line. */
const SHORT = 60;

/** One release, as its section shows it. */
export interface ReleaseSection {
  name: string;
  anchor: string;
  date: ShownDate;
  step: string | undefined;
  /** `1 breaking, 2 risky`; or how many codes the first release had. */
  counts: string;
  first: boolean;
  groups: ChangeGroup[];
}

export interface ShownDate {
  /** Such as `2026-12-01`. */
  iso: string;
  /** Such as `1 December 2026`. */
  text: string;
}

/** The changes of one level. */
export interface ChangeGroup {
  level: ChangeLevel;
  title: string;
  count: string;
  folded: boolean;
  changes: ShownChange[];
  /** Those that are not shown whole: links to their codes as HTML, and how many more there are. */
  others: { links: string[]; more: string | undefined } | undefined;
}

/** A change; all of it is HTML. */
export interface ShownChange {
  /** The code as a link where it has a page; none where the change is one of the whole API. */
  code: string | undefined;
  what: string;
  values: { inLine: boolean; before: string | undefined; after: string | undefined } | undefined;
  approved: string | undefined;
}

/** The releases of an API, newest first, with what changed. */
export function releaseSections(api: SiteApi): ReleaseSection[] {
  const room = { whole: WHOLE, named: NAMED };
  return api.releases.map((release) => ({
    name: release.name,
    anchor: releaseAnchor(release.name),
    date: dateOf(release),
    step: release.step === 'none' ? undefined : t.steps[release.step],
    counts: countsOf(release),
    first: release.first,
    groups: groupsOf(api, release, room),
  }));
}

/** The day of a release. */
export function dateOf({ date }: Release): ShownDate {
  const day = new Date(`${date}T00:00:00Z`);
  const text = day.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return { iso: date, text };
}

/** How much a release changed, in words. */
export function countsOf({ first, codes, changes }: Release): string {
  if (first) return t.first(codes);
  const counts = CHANGE_LEVELS.map((level) => ({ level, count: changes.filter((it) => it.level === level).length }));
  const parts = counts.filter(({ count }) => count > 0).map(({ level, count }) => `${count} ${level}`);
  return parts.length > 0 ? parts.join(', ') : t.nothing;
}

/** The address of a release's section; of a name that is no release of the API, none. */
export function releaseHref(api: SiteApi, name: string | undefined): string | undefined {
  return api.releases.some((release) => release.name === name) ? urls.release(api.id, name!) : undefined;
}

function groupsOf(api: SiteApi, release: Release, room: { whole: number; named: number }): ChangeGroup[] {
  const approvals = release.approved.map((approval) => ({ ...approval, api: api.id }));
  // an approval that a release keeps has done its work, whatever its last day was
  const { approved } = approve(release.changes, approvals, '');
  const byLevel = Map.groupBy(release.changes, ({ level }) => level);
  return CHANGE_LEVELS.filter((level) => byLevel.has(level)).map((level) => {
    const all = byLevel.get(level)!;
    const whole = all.slice(0, room.whole);
    room.whole -= whole.length;
    return {
      level,
      title: t.levels[level].name,
      count: many(all.length, 'change'),
      folded: level === 'safe' && all.length > FOLDED_FROM,
      changes: whole.map((change) => shownChange(api, change, approved.get(change)?.reason)),
      others: othersOf(api, all.slice(whole.length), room),
    };
  });
}

function othersOf(api: SiteApi, rest: readonly Change[], room: { named: number }): ChangeGroup['others'] {
  if (rest.length === 0) return undefined;
  const codes = [...new Set(rest.map(({ code, codeAfter = code }) => codeAfter))].filter((code) => code !== undefined);
  const named = codes.slice(0, room.named);
  room.named -= named.length;
  const left = codes.length - named.length;
  return { links: named.map((code) => codeLink(api, code)), more: left > 0 ? t.more(left) : undefined };
}

function shownChange(api: SiteApi, change: Change, reason: string | undefined): ShownChange {
  const { code, codeAfter = code, what } = change;
  return {
    code: codeAfter === undefined ? undefined : codeLink(api, codeAfter),
    what: sentence(api, what),
    values: valuesOf(change),
    approved: reason === undefined ? undefined : api.inline(reason),
  };
}

function codeLink(api: SiteApi, name: string): string {
  const code = api.named(name);
  const shown = `<code>${breakable(name)}</code>`;
  return code ? `<a href="${escapeHtml(urls.code(api.id, code.code))}">${shown}</a>` : shown;
}

/** Plain text with names in backticks; those of codes lead to them. */
function sentence(api: SiteApi, text: string): string {
  return text
    .split('`')
    .map((part, place) => (place % 2 === 0 ? escapeHtml(part) : codeLink(api, part)))
    .join('');
}

/** Before and after, with what differs marked; nothing where the sentence says both. */
function valuesOf({ what, before, after }: Change): ShownChange['values'] {
  const given = [before, after].filter((value) => value !== undefined);
  if (given.length === 0 || given.every((value) => what.includes(value))) return undefined;
  const inLine = given.every((value) => value.length <= SHORT && !value.includes('\n'));
  if (before === undefined || after === undefined || inLine) {
    return { inLine, before: whole('del', before), after: whole('ins', after) };
  }
  const pieces = wordDiff(before, after);
  return { inLine, before: side(pieces, 'gone', 'del'), after: side(pieces, 'new', 'ins') };
}

function whole(name: 'del' | 'ins', value: string | undefined): string | undefined {
  return value === undefined ? undefined : `<${name}>${escapeHtml(value)}</${name}>`;
}

function side(pieces: readonly Piece[], kind: Piece['kind'], name: 'del' | 'ins'): string {
  return pieces
    .filter((piece) => piece.kind === 'same' || piece.kind === kind)
    .map((piece) => (piece.kind === kind ? whole(name, piece.text) : escapeHtml(piece.text)))
    .join('');
}
