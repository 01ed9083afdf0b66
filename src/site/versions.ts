import { codePath, domainPath, guidePath } from '../index.ts';
import { pageLinks } from './navigation.ts';
import type { VersionPages } from './page.ts';
import type { Site, SiteApi } from './site.ts';
import { statusPath } from './urls.ts';

/**
 * Where the page at `here` is in each version of its API, by the address of that version's first page, which stands for a page that
 * isn't there; nothing for an API with one version.
 */
export function versionAddresses(site: Site, id: string, here: string): ReadonlyMap<string, string> {
  const { apis, urls } = site;
  const api = apis.find((it) => it.id === id);
  if (!api) return new Map();
  const path = here.slice(urls.api(id).length);
  return new Map(
    api.versions.map(({ api: other }) => {
      const start = urls.api(other);
      return [start, start + pathIn(site, api, path, other)];
    }),
  );
}

function pathIn(site: Site, api: SiteApi, path: string, other: string): string {
  if (other === api.id) return path;
  const pages = pagesOf(site, api);
  const code = pages.codes.get(path);
  const there = code?.versions?.find((it) => it.api === other)?.code;
  if (there !== undefined) return codePath(there);
  const version = site.apis.find(({ id }) => id === other);
  const first = firstPath(pages, path);
  return version && pagesOf(site, version).others.has(first) ? first : '';
}

/** The address of the first page of the list that the page at `here` is a later page of; `here` for any other page. */
export function firstPageOf(site: Site, id: string, here: string): string {
  const { apis, urls } = site;
  const api = apis.find((it) => it.id === id);
  const start = urls.api(id);
  // most pages are not of a list, and need no look-up
  const mayBeOfList = PAGE_NUMBER.test(here) && here.startsWith(start) && !here.startsWith(urls.codes(id));
  if (!api || !mayBeOfList) return here;
  return start + firstPath(pagesOf(site, api), here.slice(start.length));
}

/** The last part of an address that may be the number of a page. */
const PAGE_NUMBER = /(?<=^|\/)\d+\/$/;

/** The path of the first page of a list, for that of another one; a code, a status or a guide may be a number too. */
function firstPath({ codes, others }: VersionPages, path: string): string {
  const first = path.replace(PAGE_NUMBER, '');
  const isOfList = !codes.has(path) && !others.has(path) && (first === '' || others.has(first));
  return isOfList ? first : path;
}

/** The pages of a version, looked up once for each site. */
function pagesOf({ versionPages }: Site, api: SiteApi): VersionPages {
  const pages = versionPages.get(api.id) ?? listPages(api);
  versionPages.set(api.id, pages);
  return pages;
}

function listPages(api: SiteApi): VersionPages {
  const { urls, id } = api;
  const below = (href: string) => href.slice(urls.api(id).length);
  return {
    codes: new Map(api.codes.map((code) => [codePath(code.code), code])),
    others: new Set([
      ...pageLinks(api).map(({ href }) => below(href)),
      ...api.domains.map((domain) => domainPath(domain.id)),
      ...api.guides.map((guide) => guidePath(guide.id)),
      ...api.statuses.map(({ status }) => `${below(urls.statuses(id))}${statusPath(status)}/`),
    ]),
  };
}
