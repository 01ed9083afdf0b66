import { type ChangeLevel, changesLead, counted } from '../index.ts';
import { type ChangesApi, type ChangesRow, changesRows, type GroupHead, type SectionHead } from './changes-rows.ts';
import { htmlSize } from './html-size.ts';
import { around } from './navigation.ts';
import { type PageHead, titled } from './page.ts';
import { type Paging, type Part, pagePath, pageText, pagingOf, partsOf } from './paging.ts';
import type { CodeName, ReleaseChange } from './release-change.ts';
import { countsOf } from './releases.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';

const { changes: t } = texts;

/** More safe changes than this are folded, because nobody has to act on them. */
const MOST_UNFOLDED = 20;

/** The fragment of the links to what is on later pages. */
export const LATER = 'later';

/** A page of the changes of an API. */
export interface ChangesPage {
  head: PageHead;
  lead: string;
  levels: { level: string; name: string; what: string }[];
  sections: ChangesSection[];
  /** On the first page, the sections that begin on another one, with its address. */
  later: (SectionHead & { href: string })[];
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

/** A page of changes, and on which page each section begins. */
export interface ChangesPart extends Part<ChangesRow> {
  starts: ReadonlyMap<SectionHead, number>;
}

/** The changes of an API in parts that are small enough for a page; empty for an API without releases and earlier versions. */
export function changesParts(api: ChangesApi): ChangesPart[] {
  const rows = changesRows(api);
  const whole = partsOf(rows, ({ size }) => size);
  const parts = whole.length > 1 ? partsOf(withRoom(rows, linksSize(api, rows)), ({ size }) => size) : whole;
  const starts = new Map<SectionHead, number>();
  for (const { items, number } of parts)
    for (const { section } of items) if (!starts.has(section)) starts.set(section, number);
  return rows.length > 0 ? parts.map((part) => ({ ...part, starts })) : [];
}

/** Rows of which the first takes more room, so that the first page has that much left. */
function withRoom([first, ...others]: readonly ChangesRow[], size: number): ChangesRow[] {
  return first ? [{ ...first, size: first.size + size }, ...others] : [];
}

/** About how many bytes the links to all sections have. */
function linksSize(api: ChangesApi, rows: readonly ChangesRow[]): number {
  const heads = [...new Set(rows.map(({ section }) => section))];
  return heads.reduce((sum, it) => sum + 220 + api.urls.changes(api.id).length + 3 * htmlSize(it.name), 0);
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
        ...(later.length > 0 ? [{ text: t.later, href: `#${LATER}` }] : []),
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
  const { items, number, starts } = part;
  const sections = [...Map.groupBy(items, ({ section }) => section)].map(([section, rows]) => ({
    ...section,
    isContinued: starts.get(section) !== number,
    groups: [...Map.groupBy(rows, ({ group }) => group)].flatMap(([group, own]) => (group ? [groupOf(group, own)] : [])),
  }));
  const later = [...starts].flatMap(([section, start]) => {
    const href = `${api.urls.changes(api.id)}${pagePath(start)}#${section.anchor}`;
    return number === 1 && start > 1 ? [{ ...section, href }] : [];
  });
  return { sections, later };
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
