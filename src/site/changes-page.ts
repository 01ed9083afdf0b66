import { approve, CHANGE_LEVELS, type Change, type ChangeLevel, counted, type Release } from '../index.ts';
import { type ChangeSite, changeHtml, codeLink } from './change-html.ts';
import { countsOf, dateOf, type ShownDate } from './releases.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';
import { releaseAnchor } from './urls.ts';

const { changes: t } = texts;

/** So many changes of a page are shown whole, the newest and weightiest first; of so many more it names the codes. */
const WHOLE = 500;
const NAMED = 5000;
/** More safe changes than these are folded away, for nobody has to act on them. */
const FOLDED_FROM = 20;

/** What the page of changes needs of an API. */
export type ChangesApi = ChangeSite & Pick<SiteApi, 'id' | 'releases'>;

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

/** The changes of one level. */
export interface ChangeGroup {
  level: ChangeLevel;
  title: string;
  count: string;
  folded: boolean;
  /** Each as HTML. */
  changes: string[];
  /** Those that are not shown whole: links to their codes as HTML, and how many more there are. */
  others: { links: string[]; more: string | undefined } | undefined;
}

/** The releases of an API, newest first, with what changed. */
export function releaseSections(api: ChangesApi): ReleaseSection[] {
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

function groupsOf(api: ChangesApi, release: Release, room: { whole: number; named: number }): ChangeGroup[] {
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
      count: counted(all.length, 'change'),
      folded: level === 'safe' && all.length > FOLDED_FROM,
      changes: whole.map((change) => changeHtml(api, change, approved.get(change)?.reason)),
      others: othersOf(api, all.slice(whole.length), room),
    };
  });
}

function othersOf(api: ChangeSite, rest: readonly Change[], room: { named: number }): ChangeGroup['others'] {
  const codes = [...new Set(rest.map(({ code, codeAfter = code }) => codeAfter))].filter((code) => code !== undefined);
  const named = codes.slice(0, room.named);
  room.named -= named.length;
  if (codes.length === 0) return undefined;
  const left = codes.length - named.length;
  const more = named.length > 0 ? t.more(left) : counted(left, 'code');
  return { links: named.map((code) => codeLink(api, code)), more: left > 0 ? more : undefined };
}
