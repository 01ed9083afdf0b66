import {
  approve,
  CHANGE_LEVELS,
  type Change,
  type ChangeLevel,
  changesLead,
  counted,
  documentTexts,
  previousVersion,
  type Release,
} from '../index.ts';
import { around } from './navigation.ts';
import type { PageHead } from './page.ts';
import { type ChangeContext, type CodeName, codeName, type ReleaseChange, releaseChange } from './release-change.ts';
import { countsOf, dateOf, type ShownDate } from './releases.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';
import { releaseAnchor, versionAnchor } from './urls.ts';

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
  sections: ChangesSection[];
}

/** One release, or the step from the version before, as its section shows it. */
interface ChangesSection {
  name: string;
  anchor: string;
  date: ShownDate | undefined;
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

/** The page of an API's changes; undefined for an API without releases and earlier versions, which has none. */
export function changesPage(api: SiteApi): ChangesPage | undefined {
  const [last] = api.releases;
  const sections = changesSections(api);
  if (sections.length === 0) return undefined;
  return {
    head: {
      title: `${t.title} · ${api.title}`,
      description: last ? t.description(api.title, last.name, countsOf(last)) : changesLead(api),
      ...around(api),
      contents: sections.map(({ name, anchor }) => ({ text: name, href: `#${anchor}` })),
      feed: feedLink(api),
    },
    lead: changesLead(api),
    levels: Object.entries(t.levels).map(([level, { name, what }]) => ({ level, name, what })),
    sections,
  };
}

/** The feed of an API's changes; a feed needs releases, and a site whose address is known. */
export function feedLink({ id, title, releases, urls }: SiteApi): PageHead['feed'] {
  return urls.isAbsolute && releases.length > 0 ? { title: t.feedTitle(title), href: urls.feed(id) } : undefined;
}

/** What the sections of changes take from an API. */
type ChangesApi = ChangeContext & Pick<SiteApi, 'id' | 'releases' | 'versions' | 'urls'>;

/** The releases of an API, newest first, with what changed; then what changed since the version before. */
export function changesSections(api: ChangesApi): ChangesSection[] {
  const room = { whole: MOST_WHOLE, named: MOST_NAMED };
  const releases = api.releases.map((release) => ({
    name: release.name,
    anchor: releaseAnchor(release.name),
    date: dateOf(release),
    step: release.step === 'none' ? undefined : t.steps[release.step],
    counts: countsOf(release),
    groups: release.first ? [] : groupsOf(api, release, room),
  }));
  return [...releases, ...versionSection(api, room)];
}

function versionSection(api: ChangesApi, room: Room): ChangesSection[] {
  const previous = previousVersion(api);
  if (!previous) return [];
  const { from, to, changes } = previous;
  // a code that is gone still has its page in the version before
  const before = new Set(changes.map(({ code }) => code));
  const hrefOf = (text: string) =>
    api.hrefOf(text) ?? (before.has(text) ? api.urls.code(previous.api, text) : undefined);
  return [
    {
      name: documentTexts.changes.between(from, to),
      anchor: versionAnchor(previous.api),
      date: undefined,
      step: undefined,
      counts: countsOf({ changes }),
      groups: groupsOf({ ...api, hrefOf }, { changes, approved: [] }, room),
    },
  ];
}

/** How many changes there is still room for, whole and by the names of their codes. */
interface Room {
  whole: number;
  named: number;
}

function groupsOf(api: ChangesApi, release: Pick<Release, 'changes' | 'approved'>, room: Room): ChangeGroup[] {
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

function othersOf(api: ChangeContext, rest: readonly Change[], room: Room): ChangeGroup['others'] {
  const codes = [...new Set(rest.map(({ code, codeAfter = code }) => codeAfter))].filter((code) => code !== undefined);
  const named = codes.slice(0, room.named);
  room.named -= named.length;
  if (codes.length === 0) return undefined;
  const left = codes.length - named.length;
  const more = named.length > 0 ? t.more(left) : counted(left, 'code');
  return { codes: named.map((code) => codeName(api, code)), more: left > 0 ? more : undefined };
}
