import { type ChangeLevel, changesLead, counted } from '../index.ts';
import { type ChangesApi, type ChangesRow, changesSections, type GroupHead, type SectionHead } from './changes-rows.ts';
import { around } from './navigation.ts';
import { type PageHead, titled } from './page.ts';
import { type Paging, pagePath, pageText, pagingOf } from './paging.ts';
import type { CodeName, ReleaseChange } from './release-change.ts';
import { countsOf } from './releases.ts';
import { LATER, type LaterSection, type SectionsPage, sectionPages } from './section-pages.ts';
import type { SiteApi } from './site.ts';
import { shellTexts } from './texts/shell.ts';
import { texts } from './texts.ts';

const { changes: t } = texts;

/** More safe changes than this are folded, because nobody has to act on them. */
const MOST_UNFOLDED = 20;

/** A page of the changes of an API. */
export interface ChangesPage {
  head: PageHead;
  lead: string;
  levels: { level: string; name: string; what: string }[];
  sections: ChangesSection[];
  later: LaterSection[];
  paging: Paging | undefined;
}

/** What a page has of one release, or of the step from the version before. */
interface ChangesSection extends SectionHead {
  /** Whether it begins on a page before. */
  isContinued: boolean;
  groups: ChangeGroup[];
}

/** What a page has of the changes of one level. */
interface ChangeGroup {
  level: ChangeLevel;
  title: string;
  count: string;
  isFolded: boolean;
  changes: ReleaseChange[];
  /** The codes of those that are not shown whole. */
  others: CodeName[];
}

/** The rows of a page of changes. */
type ChangesPart = SectionsPage<SectionHead, ChangesRow>;

/** About how many bytes the heading of a release has. */
const SECTION_SIZE = 500;

/** The changes of an API in parts that are small enough for a page; empty for an API without releases and earlier versions. */
export function changesParts(api: ChangesApi): ChangesPart[] {
  return sectionPages(changesSections(api), { head: () => SECTION_SIZE, item: ({ size }) => size });
}

/** The page of a part of an API's changes. */
export function changesPage(api: SiteApi, part: ChangesPart): ChangesPage {
  const [last] = api.releases;
  const { sections, later } = sectionsOf(api, part);
  return {
    head: {
      title: titled(t.title, pageText(part), api.title),
      description: last ? t.description(api.title, last.name, countsOf(last)) : changesLead(api),
      ...around(api),
      contents: [
        ...sections.map(({ name, anchor }) => ({ text: name, href: `#${anchor}` })),
        ...(later.length > 0 ? [{ text: shellTexts.paging.later, href: `#${LATER}` }] : []),
      ],
      feed: feedLink(api),
    },
    lead: changesLead(api),
    levels: Object.entries(t.levels).map(([level, { name, what }]) => ({ level, name, what })),
    sections,
    later,
    paging: pagingOf(part, api.urls.changes(api.id)),
  };
}

/** The feed of an API's changes; a feed needs releases, and a site whose address is known. */
export function feedLink({ id, title, releases, urls }: SiteApi): PageHead['feed'] {
  return urls.isAbsolute && releases.length > 0 ? { title: t.feedTitle(title), href: urls.feed(id) } : undefined;
}

/** What a page of changes has of each release, newest first, and where those are that begin on a later page. */
export function sectionsOf(api: ChangesApi, part: ChangesPart): Pick<ChangesPage, 'sections' | 'later'> {
  return {
    sections: part.sections.map(({ head, items, isContinued }) => ({
      ...head,
      isContinued,
      groups: [...Map.groupBy(items, ({ group }) => group)].map(([group, rows]) => groupOf(group, rows)),
    })),
    later: part.later.map(({ head: { anchor, name, date, counts }, page }) => ({
      anchor,
      text: name,
      href: `${api.urls.changes(api.id)}${pagePath(page)}#${anchor}`,
      about: counts,
      date,
    })),
  };
}

function groupOf(group: GroupHead, rows: readonly ChangesRow[]): ChangeGroup {
  const changes = rows.flatMap(({ change }) => change ?? []);
  const [from, to] = [changes.at(0)?.place ?? 0, changes.at(-1)?.place ?? 0];
  const isPart = changes.length > 0 && changes.length < group.count;
  const count = counted(group.count, 'change');
  return {
    level: group.level,
    title: t.levels[group.level].name,
    count: isPart ? t.part(from, to, count) : count,
    isFolded: group.level === 'safe' && group.count > MOST_UNFOLDED && from === 1,
    changes: changes.map(({ place: _, ...change }) => change),
    others: rows.flatMap(({ other }) => other ?? []),
  };
}
