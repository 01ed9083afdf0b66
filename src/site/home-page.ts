import { type Code, countOfCodes, type NotableLifecycle, notableLifecycleOf, type StatusFamily } from '../index.ts';
import type { Mark } from '../shared/mark.ts';
import { htmlSize, linkSize, proseSize } from './html-size.ts';
import { marksOf } from './marks.ts';
import { type PageHead, type TextLink, titled } from './page.ts';
import { LONGEST_PART, type Paging, type Part, pageText, pagingOf, partsBeside } from './paging.ts';
import { countsOf, dateOf, type ShownDate } from './releases.ts';
import { isNewest, type Site, type SiteApi } from './site.ts';
import { texts } from './texts.ts';
import { usualStatus } from './usual-status.ts';

const { home: t } = texts;

/** Up to this many codes, the home page lists them all, like the index of a book. */
const MOST_INDEXED = 500;

/** So many releases are the latest, of as many APIs. */
const MOST_LATEST = 20;

/** What a page with APIs shows; the first of these is a part of the home page. */
interface ApisPage {
  /** From 1. */
  number: number;
  head: PageHead;
  apis: ApiCard[];
  paging: Paging | undefined;
}

/** Everything that the home page shows. */
interface HomePage extends ApisPage {
  latest: LatestRelease[];
  /** Empty where there are too many codes for one page. */
  index: IndexLetter[];
  indexLead: string;
}

/** An API with how many codes it has. */
export interface ApiCard {
  title: string;
  href: string;
  /** HTML. */
  summary: string;
  count: string;
  families: FamilyShare[];
  /** Its earlier versions, the newest first. */
  earlier: TextLink[];
}

/** The codes of an API with statuses of one family. */
export interface FamilyShare {
  family: StatusFamily;
  count: string;
  /** Where its part of a bar with all codes begins and how wide it is, in percent. */
  start: number;
  width: number;
}

/** The home page. */
export function homePage(site: Site): HomePage {
  const { apis } = site;
  const codes = countOfCodes(apis);
  const first = apiParts(site)[0]!;
  return {
    ...apisPage(site, first),
    latest: latestReleases(apis),
    index: codeIndex(apis, first),
    indexLead: t.indexLead(codes, apis.length),
  };
}

/** The pages with the APIs that have no place on the home page. */
export function laterApisPages(site: Site): ApisPage[] {
  return apiParts(site)
    .slice(1)
    .map((part) => apisPage(site, part));
}

function apiParts({ apis }: Site): Part<SiteApi>[] {
  const ids = apis.map(({ id }) => id);
  return partsBeside(ids, apis.filter(isNewest), cardSize);
}

function apisPage({ name, urls }: Site, part: Part<SiteApi>): ApisPage {
  return {
    number: part.number,
    head: { title: titled(t.title, pageText(part), name), description: t.lead },
    apis: part.items.map((api) => ({
      title: api.title,
      href: api.urls.api(api.id),
      summary: api.inline(api.summary),
      count: t.count(api.codes.length, api.domains.length),
      families: familiesOf(api),
      earlier: api.versions.slice(1).map((it) => ({ text: it.version, href: api.urls.api(it.api) })),
    })),
    paging: pagingOf(part, urls.home),
  };
}

/** About how many bytes of HTML a card has besides its texts, each family of statuses, and each link to an earlier version. */
const CARD = { api: 330, family: 150, version: 50 };

function cardSize(api: SiteApi): number {
  const { title, summary, versions } = api;
  const own = CARD.api + htmlSize(title) + proseSize(summary) + CARD.family * familiesOf(api).length;
  return versions.reduce((sum, it) => sum + CARD.version + htmlSize(it.api + it.version), own);
}

/** A spelling with the page that it leads to. */
interface IndexEntry {
  code: string;
  href: string;
  api: string;
  /** The code itself, where this is another spelling of it. */
  see: string | undefined;
  lifecycle: NotableLifecycle | undefined;
  marks: Mark[];
}

/** One letter of the index with the codes that start with it. */
export interface IndexLetter {
  letter: string;
  entries: IndexEntry[];
}

/** About how many bytes of HTML an entry of the index has besides its code and its API. */
const ENTRY = 150;

/** All codes of all APIs in alphabetical order; empty where there are too many for the page with the APIs. */
function codeIndex(apis: readonly SiteApi[], { items, of }: Part<SiteApi>): IndexLetter[] {
  if (of > 1 || apis.reduce((sum, api) => sum + api.codes.length + api.aliases.size, 0) > MOST_INDEXED) return [];
  const entries = apis.flatMap((api) => {
    const entry = (spelling: string, code: Code, see?: string): IndexEntry => ({
      code: spelling,
      href: api.urls.code(api.id, code.code),
      api: api.title,
      see,
      lifecycle: notableLifecycleOf(code),
      marks: marksOf(code),
    });
    return [
      ...api.codes.map((code) => entry(code.code, code)),
      ...[...api.aliases.values()].map(({ alias, code }) => entry(alias.code, code, code.code)),
    ];
  });
  const entrySize = ({ code, see = '', api }: IndexEntry) => ENTRY + linkSize(code) + htmlSize(see + api);
  const sizes = [...items.map(cardSize), ...entries.map(entrySize)];
  if (sizes.reduce((sum, size) => sum + size, 0) > LONGEST_PART) return [];
  const letters = Map.groupBy(
    entries.sort((a, b) => a.code.localeCompare(b.code, 'en') || (a.api < b.api ? -1 : 1)),
    ({ code }) => code.charAt(0).toUpperCase(),
  );
  return [...letters].map(([letter, members]) => ({ letter, entries: members }));
}

/** The last release of an API. */
export interface LatestRelease {
  api: string;
  name: string;
  href: string;
  date: ShownDate;
  counts: string;
}

/** The last release of each API, the newest first; of very many the newest. */
function latestReleases(apis: readonly SiteApi[]): LatestRelease[] {
  return apis
    .flatMap(({ id, title, urls, releases: [last] }) =>
      last
        ? [
            {
              api: title,
              name: last.name,
              href: urls.release(id, last.name),
              date: dateOf(last),
              counts: countsOf(last),
            },
          ]
        : [],
    )
    .sort((a, b) => (a.date.iso > b.date.iso ? -1 : a.date.iso < b.date.iso ? 1 : 0))
    .slice(0, MOST_LATEST);
}

/** How many codes of an API have each family of statuses, by their usual status. */
function familiesOf(api: SiteApi): FamilyShare[] {
  const groups = [...Map.groupBy(api.codes, (code) => usualStatus(code).family)].sort(([a], [b]) => (a < b ? -1 : 1));
  let start = 0;
  return groups.map(([family, { length }]) => {
    const width = Math.round((length / api.codes.length) * 1000) / 10;
    const share = { family, count: t.family(length, family), start, width };
    start = Math.round((start + width) * 10) / 10;
    return share;
  });
}
