import {
  type Api,
  allStatuses,
  type Code,
  type Domain,
  firstSentence,
  fragmentOf,
  humanName,
  linkNames,
  linkTarget,
  once,
  oncePer,
  type Registry,
} from '../index.ts';
import type { Preview } from '../shared/preview.ts';
import { NO_SETTINGS, type SiteSettings } from '../shared/settings.ts';
import { type AliasedCode, aliasesOf } from './aliases.ts';
import { escapeHtml } from './escape.ts';
import { grouped } from './grouped.ts';
import type { Host } from './host.ts';
import { blocks, inline, item, type ShownImage } from './markdown.ts';
import { newsOf } from './marks.ts';
import type { Rail, VersionPages } from './page.ts';
import { pagePath } from './paging.ts';
import { type PreviewMark, previewMarks } from './preview.ts';
import { sameStatusFinder } from './same-status.ts';
import { statePlaces } from './state-pages.ts';
import { texts } from './texts.ts';
import { stateAnchor, statesAnchor, type Urls, urlsUnder } from './urls.ts';

/** What a site is made from. */
export interface SiteSource {
  /** The checked registry, without internal codes. */
  registry: Registry;
  /** The base path of this build, with a slash at each end. */
  base: string;
  /** The address of a file of the bundler's, from the one that the program of the pages was compiled with. */
  bundled?: (href: string) => string;
  /** The site's address without a path; undefined where it is not known. */
  address: string | undefined;
  /** What changed; undefined for a site that is not a preview. */
  preview: Preview | undefined;
  /** The content security policy of every page; undefined where pages have none. */
  contentPolicy: string | undefined;
  /** On which page a preview shows a changed code before and after, by its fragment; asked for once the site is there. */
  previewPageOf?(site: Site, anchor: string): number | undefined;
  /** What the team has configured; nothing where it is left out. */
  settings?: SiteSettings;
  /** The site of somebody else that this one is a part of. */
  host?: Host | undefined;
}

/** Everything that page objects and layouts need to know of the site that they are part of. */
export interface Site {
  /** Every address of the site, under its base path. */
  urls: Urls;
  /** The address of a file of the bundler's, from the one that a module imports with `?url`. */
  bundled(href: string): string;
  /** The site's address without a path; undefined where it is not known. */
  address: string | undefined;
  /** The APIs of the registry, each with what pages look up again and again. */
  apis: readonly SiteApi[];
  preview: Preview | undefined;
  contentPolicy: string | undefined;
  settings: SiteSettings;
  /** The site of somebody else that this one is a part of; undefined for a site of its own. */
  host: Host | undefined;
  /** What the site is called. */
  name: string;
  /** The HTML of navigations that several pages share, without a current page. */
  railHtml: WeakMap<Rail, string>;
  /** The pages of APIs with several versions, by the id of the API, where they were asked for. */
  versionPages: Map<string, VersionPages>;
  /** Where a preview shows a changed code before and after, by the fragment; the first page for one of too many that are shown. */
  previewHref(anchor: string): string;
  /** An API as it was before: its prose links to the pages of that API as it is now, where it still is. */
  earlier(api: Api): SiteApi;
}

/** An API with its look-ups, the addresses of its site and its ways to show prose. */
export interface SiteApi extends Api {
  urls: Urls;
  /** All APIs of the site, this one among them, with how many codes they have; of an API with several versions, the newest. */
  siblings: readonly { id: string; title: string; count: number }[];
  byCode: ReadonlyMap<string, Code>;
  byDomain: ReadonlyMap<string, Domain>;
  /** The codes of each domain and of each status, in the registry's order. */
  inDomain: ReadonlyMap<string, Code[]>;
  inStatus: ReadonlyMap<number | string, Code[]>;
  placeInDomain: ReadonlyMap<Code, number>;
  /** Other codes with a code's usual status that its page shows; undefined if there are no others. */
  sameStatus(code: Code): Code[] | undefined;
  /** Whether the API's codes say which operations return them. */
  hasOperations: boolean;
  /** The navigation that was made last, and for which place: see `railOf`. */
  kept: { last?: { place: string; rail: Rail } };
  settings: SiteSettings;
  /** The name of the site. */
  siteName: string;
  /** Other spellings of codes, each with its code. */
  aliases: ReadonlyMap<string, AliasedCode>;
  /** What is new or changed with the last release. */
  news: ReadonlyMap<string, 'new' | 'changed'>;
  /** The code with this spelling, or that had it once. */
  named(text: string): Code | undefined;
  /** Where the code with this spelling has its page. */
  hrefOf(text: string): string | undefined;
  /** Where a group of states is, or one of its states. */
  stateHref(group: string, state?: string): string;
  /** Where a link of prose leads that has no host; undefined if that is not a page of the API, or is the page with the link. */
  linkOf(href: string): string | undefined;
  /** An image of the registry, by the address that prose gives it. */
  imageOf(src: string): ShownImage | undefined;
  /** Prose as HTML; a code in backticks becomes a link to its page. */
  inline(text: string): string;
  block(text: string): string;
  /** The HTML of each block. */
  blocks(text: string): string[];
  /** The HTML of an item or a cell. */
  item(text: string): string;
  /** One line about a code as HTML: its human name, or the first sentence of its meaning. Computed once, because many pages link to a code. */
  lineOf(code: Code): string;
  /** What a preview says of a code wherever it is listed; undefined for a code that did not change. */
  previewMark(code: string): PreviewMark | undefined;
}

/** What the APIs of a site have in common. */
interface Shared {
  urls: Urls;
  siblings: SiteApi['siblings'];
  settings: SiteSettings;
  siteName: string;
  markOf: (api: string, code: string) => PreviewMark | undefined;
}

/** A site, from the registry and the options of its build. */
export function makeSite({
  registry,
  base,
  bundled = (href) => href,
  address,
  preview,
  previewPageOf = () => 1,
  contentPolicy,
  settings = NO_SETTINGS,
  host,
}: SiteSource): Site {
  const name = settings.name ?? texts.brand;
  const urls = urlsUnder(base, address);
  const previewHref = (anchor: string) => {
    const page = previewPageOf(site, anchor);
    return page === undefined ? urls.preview : `${urls.preview}${pagePath(page)}#${anchor}`;
  };
  const siblings = registry.apis.filter(isNewest).map(({ id, title, codes }) => ({ id, title, count: codes.length }));
  const shared: Shared = {
    urls,
    siblings,
    settings,
    siteName: name,
    markOf: previewMarks(preview, urls, previewHref),
  };
  const apis = registry.apis.map((api) => siteApi(api, shared));
  const site: Site = {
    urls,
    bundled,
    address,
    apis,
    preview,
    contentPolicy,
    settings,
    host,
    name,
    railHtml: new WeakMap(),
    versionPages: new Map(),
    previewHref,
    earlier: (api) => siteApi(api, shared, apis.find(({ id }) => id === api.id) ?? { named: () => undefined }),
  };
  return site;
}

/** Whether no other API is a later version of this one. */
export function isNewest({ id, versions: [newest] }: Api): boolean {
  return newest === undefined || newest.api === id;
}

/** An API with its look-ups; `now` is where the codes that its prose names have their pages, which is itself by default. */
function siteApi(
  api: Api,
  { urls, siblings, settings, siteName, markOf }: Shared,
  now?: Pick<SiteApi, 'named'>,
): SiteApi {
  const byCode = new Map(api.codes.map((code) => [code.code, code]));
  const aliases = aliasesOf(api);
  const named = (text: string) => byCode.get(text) ?? aliases.get(text)?.code;
  const pages = now ?? { named };
  const hrefOf = (text: string) => {
    const code = pages.named(text);
    return code && urls.code(api.id, code.code);
  };
  const places = once(() => statePlaces(api));
  const stateHref = (group: string, state?: string) => {
    const anchor = state === undefined ? statesAnchor(group) : stateAnchor(group, state);
    return urls.state(api.id, anchor, places().get(anchor));
  };
  const inDomain = grouped(api.codes, ({ domain }) => [domain]);
  const linkOf = (href: string) => {
    const target = linkTarget(
      href,
      linkNames(api, (text) => pages.named(text)?.code),
    );
    return target && (target.path === '' ? undefined : urls.api(api.id) + target.path + fragmentOf(target));
  };
  const images = new Map(api.images.map((image) => [urls.image(api.id, image.name), image]));
  const imageOf = (src: string) => {
    const address = linkOf(src) ?? '';
    const image = images.get(address);
    return image && { src: address, width: image.width, height: image.height };
  };
  const prose = { hrefOf, linkOf, imageOf };
  const inlineHtml = (text: string) => inline(text, prose);
  return {
    ...api,
    urls,
    siblings,
    byCode,
    byDomain: new Map(api.domains.map((domain) => [domain.id, domain])),
    inDomain,
    placeInDomain: new Map([...inDomain.values()].flatMap((codes) => codes.map((code, place) => [code, place]))),
    inStatus: grouped(api.codes, (code) => allStatuses(code).map(({ status }) => status)),
    sameStatus: sameStatusFinder(api.codes),
    hasOperations: api.codes.some(({ operations }) => operations.length > 0),
    kept: {},
    settings,
    siteName,
    retryLabels: settings.retryLabels,
    feedback: api.feedback ?? settings.feedback,
    aliases,
    news: newsOf(api.releases),
    named,
    stateHref,
    ...prose,
    inline: inlineHtml,
    block: (text) => blocks(text, prose).join(''),
    blocks: (text) => blocks(text, prose),
    item: (text) => item(text, prose),
    lineOf: oncePer((code: Code) => {
      const name = humanName(code);
      return name ? escapeHtml(name) : inlineHtml(firstSentence(code.meaning));
    }),
    previewMark: (code) => markOf(api.id, code),
  };
}
