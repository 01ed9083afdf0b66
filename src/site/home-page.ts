import { type Code, type NotableLifecycle, notableLifecycleOf, type StatusFamily } from '../index.ts';
import type { Mark } from '../shared/mark.ts';
import { marksOf } from './marks.ts';
import { countsOf, dateOf, type ShownDate } from './releases.ts';
import { type SiteApi, urls } from './site.ts';

/** Up to so many codes the home page lists them all, like the index of a book. */
const INDEXED = 500;

/** A spelling with the page that it leads to. */
export interface IndexEntry {
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
export function codeIndex(apis: readonly SiteApi[]): IndexLetter[] {
  if (apis.reduce((sum, api) => sum + api.codes.length + api.formers.size, 0) > INDEXED) return [];
  const entries = apis.flatMap((api) => {
    const entry = (spelling: string, code: Code, see?: string): IndexEntry => ({
      code: spelling,
      href: urls.code(api.id, code.code),
      api: api.title,
      see,
      lifecycle: notableLifecycleOf(code),
      marks: marksOf(code),
    });
    return [
      ...api.codes.map((code) => entry(code.code, code)),
      ...[...api.formers.values()].map(({ alias, code }) => entry(alias.code, code, code.code)),
    ];
  });
  const letters = Map.groupBy(
    entries.sort((a, b) => a.code.localeCompare(b.code, 'en') || (a.api < b.api ? -1 : 1)),
    ({ code }) => code[0]!.toUpperCase(),
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
export function latestReleases(apis: readonly SiteApi[]): LatestRelease[] {
  return apis
    .flatMap(({ id, title, releases: [last] }) =>
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

/** How many codes of an API answer with each family of statuses, by their usual status. */
export function familyCounts(api: SiteApi): { family: StatusFamily; count: number }[] {
  const groups = Map.groupBy(api.codes, ({ statuses }) => statuses[0]!.family);
  return [...groups]
    .map(([family, codes]) => ({ family, count: codes.length }))
    .sort((a, b) => (a.family < b.family ? -1 : 1));
}
