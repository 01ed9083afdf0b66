import { approve, CHANGE_LEVELS, type Change, type ChangeLevel, counted, type Release } from '../index.ts';
import { around } from './navigation.ts';
import type { PageHead } from './page.ts';
import { type ChangeContext, type CodeName, codeName, type ReleaseChange, releaseChange } from './release-change.ts';
import { countsOf, dateOf, type ShownDate } from './releases.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';
import { releaseAnchor } from './urls.ts';

const { changes: t } = texts;

/** This many changes of a page are shown whole, the newest and weightiest first; of this many more it names the codes. */
const MOST_WHOLE = 500;
const MOST_NAMED = 5000;
/** More safe changes than this are folded, because nobody has to act on them. */
const MOST_UNFOLDED = 20;

/** Everything that the page of an API's changes shows. */
export interface ChangesPage {
  head: PageHead;
  lead: string;
  levels: { level: string; name: string; what: string }[];
  releases: ReleaseSection[];
}

/** One release, as its section shows it. */
interface ReleaseSection {
  name: string;
  anchor: string;
  date: ShownDate;
  step: string | undefined;
  /** `1 breaking, 2 risky`; or how many codes the first release had. */
  counts: string;
  /** Empty for the first release, with which everything would be new. */
  groups: ChangeGroup[];
}

/** The changes of one level. */
interface ChangeGroup {
  level: ChangeLevel;
  title: string;
  count: string;
  isFolded: boolean;
  changes: ReleaseChange[];
  /** Those that are not shown whole: their codes, and how many more there are. */
  others: { codes: CodeName[]; more: string | undefined } | undefined;
}

/** The page of an API's changes; undefined for an API without releases, which has none. */
export function changesPage(api: SiteApi): ChangesPage | undefined {
  const [last] = api.releases;
  if (!last) return undefined;
  const releases = releaseSections(api);
  return {
    head: {
      title: `${t.title} · ${api.title}`,
      description: t.description(api.title, last.name, countsOf(last)),
      ...around(api),
      contents: releases.map(({ name, anchor }) => ({ text: name, href: `#${anchor}` })),
      feed: feedLink(api),
    },
    lead: t.lead(api.title),
    levels: Object.entries(t.levels).map(([level, { name, what }]) => ({ level, name, what })),
    releases,
  };
}

/** The feed of an API's changes; a feed needs releases, and a site whose address is known. */
export function feedLink({ id, title, releases, urls }: SiteApi): PageHead['feed'] {
  return urls.isAbsolute && releases.length > 0 ? { title: t.feedTitle(title), href: urls.feed(id) } : undefined;
}

/** The releases of an API, newest first, with what changed. */
export function releaseSections(api: ChangeContext & Pick<SiteApi, 'id' | 'releases'>): ReleaseSection[] {
  const room = { whole: MOST_WHOLE, named: MOST_NAMED };
  return api.releases.map((release) => ({
    name: release.name,
    anchor: releaseAnchor(release.name),
    date: dateOf(release),
    step: release.step === 'none' ? undefined : t.steps[release.step],
    counts: countsOf(release),
    groups: release.first ? [] : groupsOf(api, release, room),
  }));
}

function groupsOf(
  api: ChangeContext & Pick<SiteApi, 'id'>,
  release: Release,
  room: { whole: number; named: number },
): ChangeGroup[] {
  const approvals = release.approved.map((approval) => ({ ...approval, api: api.id }));
  // the approvals that a release keeps apply to it, even after their last day
  const { approved } = approve(release.changes, approvals, '');
  const byLevel = Map.groupBy(release.changes, ({ level }) => level);
  return CHANGE_LEVELS.flatMap((level) => {
    const all = byLevel.get(level);
    if (!all) return [];
    const whole = all.slice(0, room.whole);
    room.whole -= whole.length;
    const group: ChangeGroup = {
      level,
      title: t.levels[level].name,
      count: counted(all.length, 'change'),
      isFolded: level === 'safe' && all.length > MOST_UNFOLDED,
      changes: whole.map((change) => releaseChange(api, change, approved.get(change)?.reason)),
      others: othersOf(api, all.slice(whole.length), room),
    };
    return [group];
  });
}

function othersOf(api: ChangeContext, rest: readonly Change[], room: { named: number }): ChangeGroup['others'] {
  const codes = [...new Set(rest.map(({ code, codeAfter = code }) => codeAfter))].filter((code) => code !== undefined);
  const named = codes.slice(0, room.named);
  room.named -= named.length;
  if (codes.length === 0) return undefined;
  const left = codes.length - named.length;
  const more = named.length > 0 ? t.more(left) : counted(left, 'code');
  return { codes: named.map((code) => codeName(api, code)), more: left > 0 ? more : undefined };
}
