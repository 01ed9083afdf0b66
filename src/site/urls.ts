import {
  type ApiPage,
  addressOf,
  boundedAddressOf,
  CODES_PATH,
  codePath,
  domainPath,
  guidePath,
  imagePath,
} from '../index.ts';
import { pagePath } from './paging.ts';

/** Every address of a site. */
export type Urls = ReturnType<typeof urlsUnder>;

/**
 * Every address of the site. The base path is in all of them, the host in none; only `absolute` adds the host, for what
 * is read elsewhere, and only where a site's address is known.
 */
export function urlsUnder(base: string, site?: string) {
  const root = base.endsWith('/') ? base : `${base}/`;
  const api = (id: string) => `${root}${id}/`;
  const page = (id: string, name: ApiPage) => `${api(id)}${name}/`;
  return {
    /** Whether the site's address is known, so that `absolute` adds it. */
    isAbsolute: site !== undefined,
    absolute: (path: string) => (site ? new URL(path, site).href : path),
    home: root,
    /** The list of all codes on the home page. */
    index: `${root}#index`,
    api,
    domain: (id: string, domain: string) => api(id) + domainPath(domain),
    codes: (id: string) => api(id) + CODES_PATH,
    code: (id: string, code: string) => api(id) + codePath(code),
    response: (id: string) => page(id, 'response'),
    envelope: (id: string, name: string) => `${page(id, 'response')}#${envelopeAnchor(name)}`,
    handling: (id: string) => page(id, 'handling'),
    files: (id: string) => page(id, 'files'),
    statuses: (id: string) => page(id, 'statuses'),
    status: (id: string, status: number | string) => `${page(id, 'statuses')}${statusPath(status)}/`,
    operations: (id: string) => page(id, 'operations'),
    states: (id: string) => page(id, 'states'),
    /** A group of states, or a state, by its fragment; `number` is that of its page. */
    state: (id: string, anchor: string, number = 1) => `${page(id, 'states')}${pagePath(number)}#${anchor}`,
    limits: (id: string) => page(id, 'limits'),
    image: (id: string, name: string) => api(id) + imagePath(name),
    guides: (id: string) => page(id, 'guides'),
    guide: (id: string, guide: string) => api(id) + guidePath(guide),
    changes: (id: string) => page(id, 'changes'),
    release: (id: string, release: string) => `${page(id, 'changes')}#${releaseAnchor(release)}`,
    feed: (id: string) => `${page(id, 'changes')}feed.xml`,
    /** An artifact, by its path below the API. */
    artifact: (id: string, path: string) => api(id) + path,
    addresses: (id: string) => `${api(id)}addresses.json`,
    decode: `${root}decode/`,
    decodeIndex: `${root}decode/index.json`,
    decodeApi: (id: string) => `${root}decode/apis/${id}.json`,
    search: `${root}search/`,
    /** The search for what a query finds in one API. */
    searchIn: (id: string, query: string) =>
      `${root}search/?in=${id}&q=${encodeURIComponent(`api:${id} ${query}`.trim())}`,
    searchCodes: `${root}search/codes.json`,
    searchTexts: (part: number) => `${root}search/texts-${part}.json`,
    preview: `${root}preview/`,
    /** The fragment of a changed code on the page of a preview. */
    changed: (id: string, code: string) => `${id}-${addressOf(code)}`,
    notFound: `${root}404.html`,
    /** A file that the team has configured, such as its logo. */
    settingsFile: (name: string) => `${root}assets/${name}`,
    socialImage: `${root}social.png`,
    sitemap: `${root}sitemap.xml`,
    sitemapPart: (part: number) => `${root}sitemap-${part}.xml`,
    llms: `${root}llms.txt`,
  };
}

/** The part of its page's address that stands for a status. */
export function statusPath(status: number | string): string {
  return boundedAddressOf(String(status));
}

/** The fragment of a status on the page of statuses. */
export function statusAnchor(status: number | string): string {
  return `s-${addressOf(String(status))}`;
}

/**
 * The fragment of a release on the page of changes: its name, where that starts with a digit, as no other fragment of a page
 * does; else with a word before it.
 */
export function releaseAnchor(release: string): string {
  return /^\d/.test(release) ? release : `release-${release}`;
}

/** The fragment of what changed since another version, on the page of changes. */
export function versionAnchor(version: string): string {
  return `from-${version}`;
}

/** The fragment of an envelope on the page of responses. */
export function envelopeAnchor(name: string): string {
  return `envelope-${name}`;
}

/** The fragment of a domain on the API's page. */
export function domainAnchor(domain: string): string {
  return `domain-${domain}`;
}

/** The fragment of a group of states on the page of states. */
export function statesAnchor(group: string): string {
  return `states-${group}`;
}

/** The fragment of a state in its group; no id of a group has a dot. */
export function stateAnchor(group: string, state: string): string {
  return `${statesAnchor(group)}.${addressOf(state)}`;
}
