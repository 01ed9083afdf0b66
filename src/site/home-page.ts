import { type Code, type NotableLifecycle, notableLifecycleOf, type StatusFamily } from '../index.ts';
import type { Mark } from '../shared/mark.ts';
import { marksOf } from './marks.ts';
import type { PageHead, TextLink } from './page.ts';
import { countsOf, dateOf, type ShownDate } from './releases.ts';
import { isNewest, type Site, type SiteApi } from './site.ts';
import { texts } from './texts.ts';
import { usualStatus } from './usual-status.ts';

const { home: t } = texts;

/** Up to this many codes, the home page lists them all, like the index of a book. */
const MOST_INDEXED = 500;

/** Everything that the home page shows. */
interface HomePage {
  head: PageHead;
  apis: ApiCard[];
  latest: LatestRelease[];
  /** Empty where there are too many codes for one page. */
  index: IndexLetter[];
  indexLead: string;
}

/** An API with how many codes it has. */
interface ApiCard {
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
export function homePage({ apis, name }: Site): HomePage {
  const codes = apis.reduce((sum, api) => sum + api.codes.length, 0);
  return {
    head: { title: `${t.title} · ${name}`, description: t.lead },
    apis: apis.filter(isNewest).map((api) => ({
      title: api.title,
      href: api.urls.api(api.id),
      summary: api.inline(api.summary),
      count: t.count(api.codes.length, api.domains.length),
      families: familiesOf(api),
      earlier: api.versions.slice(1).map((it) => ({ text: it.version, href: api.urls.api(it.api) })),
    })),
    latest: latestReleases(apis),
    index: codeIndex(apis),
    indexLead: t.indexLead(codes, apis.length),
  };
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

/** All codes of all APIs in alphabetical order; empty where there are too many for one page. */
function codeIndex(apis: readonly SiteApi[]): IndexLetter[] {
  if (apis.reduce((sum, api) => sum + api.codes.length + api.aliases.size, 0) > MOST_INDEXED) return [];
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

/** The last release of each API, the newest first. */
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
    .sort((a, b) => (a.date.iso > b.date.iso ? -1 : a.date.iso < b.date.iso ? 1 : 0));
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
