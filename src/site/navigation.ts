import { shellTexts } from './shell-texts.ts';
import type { SiteApi } from './site.ts';
import { type NotableLifecycle, notableLifecycleOf } from '../index.ts';
import { counted, texts } from './texts.ts';
import type { urlsUnder } from './urls.ts';

type Urls = ReturnType<typeof urlsUnder>;

/** A link of the navigation, with what is below it. */
export interface NavItem {
  text: string;
  href: string;
  /** How many codes, guides or statuses there are behind it. */
  count?: number;
  /** Set as code. */
  isCode?: boolean;
  /** Where a code is in its lifecycle, unless it is simply in use. */
  lifecycle?: NotableLifecycle | undefined;
  children?: NavItem[];
}

/** The navigation beside every page of an API. */
export interface Rail {
  title: string;
  /** All APIs, or those around this one. */
  apis: NavItem[];
  /** The codes with their domains, then the reference pages. */
  codes: NavItem;
  pages: NavItem[];
  /** The pages above all APIs, which on large screens are in the head. */
  site: NavItem[];
}

/** Where a page belongs: to a domain, whose codes are listed; to one of these codes; to a guide. */
export interface Location {
  domain?: string;
  code?: string;
  guide?: string;
}

/** A navigation longer than this shows what is near the page, so that no page grows with the registry. */
export const MOST = { domains: 40, codes: 60, apis: 20, guides: 20 };

/** How many neighbors are shown on each side where there are too many to list. */
const NEAR = 6;

/** The navigation of a page of an API. */
export function railOf(apis: readonly SiteApi[], api: SiteApi, urls: Urls, location: Location = {}): Rail {
  return {
    title: api.title,
    apis: near(
      apis.map(({ id, title, codes }) => ({ text: title, href: urls.api(id), count: codes.length })),
      apis.indexOf(api),
      MOST.apis,
      { text: counted(apis.length, 'API'), href: urls.home },
    ),
    codes: {
      text: shellTexts.codes,
      href: urls.api(api.id),
      count: api.codes.length,
      children: domainItems(api, urls, location),
    },
    pages: pageItems(api, urls, location),
    site: [
      { text: texts.home.title, href: urls.home },
      { text: texts.decode.nav, href: urls.decode },
    ],
  };
}

function domainItems(api: SiteApi, urls: Urls, { domain: open, code }: Location): NavItem[] {
  const items = api.domains.map(({ id, title }): NavItem => {
    const codes = api.inDomain.get(id) ?? [];
    const item = { text: title, href: urls.domain(api.id, id), count: codes.length };
    if (id !== open) return item;
    const place = code === undefined ? 0 : codes.findIndex((it) => it.code === code);
    const leaves = codes.map(
      (it): NavItem => ({
        text: it.code,
        href: urls.code(api.id, it.code),
        isCode: true,
        lifecycle: notableLifecycleOf(it),
      }),
    );
    return {
      ...item,
      children: near(leaves, place, MOST.codes, { text: shellTexts.all(codes.length), href: item.href }),
    };
  });
  const place = api.domains.findIndex(({ id }) => id === open);
  return near(items, Math.max(0, place), MOST.domains, {
    text: shellTexts.allDomains(items.length),
    href: urls.api(api.id),
  });
}

function pageItems(api: SiteApi, urls: Urls, { guide }: Location): NavItem[] {
  const { pages: t } = shellTexts;
  const guides = api.guides.map(({ id, title }): NavItem => ({ text: title, href: urls.guide(api.id, id) }));
  const place = api.guides.findIndex(({ id }) => id === guide);
  const shownGuides = near(guides, Math.max(0, place), MOST.guides, {
    text: shellTexts.all(guides.length),
    href: urls.guides(api.id),
  });
  const items: (NavItem | false)[] = [
    Object.keys(api.envelopes).length > 0 && { text: t.response, href: urls.response(api.id) },
    { text: t.handling, href: urls.handling(api.id) },
    guides.length > 0 && { text: t.guides, href: urls.guides(api.id), count: guides.length, children: shownGuides },
    { text: t.statuses, href: urls.statuses(api.id), count: api.statuses.length },
    hasOperations(api) && { text: t.operations, href: urls.operations(api.id) },
    Object.keys(api.states).length > 0 && { text: t.states, href: urls.states(api.id) },
    hasLimits(api) && { text: limitsTitle(api), href: urls.limits(api.id) },
    api.releases.length > 0 && { text: t.changes, href: urls.changes(api.id) },
    { text: t.files, href: urls.files(api.id) },
  ];
  return items.filter((item) => item !== false);
}

/** Whether the API's codes say which operations return them. */
export function hasOperations({ codes }: SiteApi): boolean {
  return codes.some(({ operations }) => operations.length > 0);
}

/** Whether the API has a page of limits and scopes. */
export function hasLimits({ limits, scopes }: SiteApi): boolean {
  return limits.length > 0 || Object.keys(scopes).length > 0;
}

/** The name of the page of limits and scopes, by what the API has. */
export function limitsTitle({ limits, scopes }: SiteApi): string {
  const { pages: t } = shellTexts;
  const hasScopes = Object.keys(scopes).length > 0;
  if (limits.length === 0) return t.scopes;
  return hasScopes ? t.limitsAndScopes : t.limits;
}

/** All items, or where there are too many those around a place and a link to all. */
function near(items: NavItem[], place: number, most: number, all: NavItem): NavItem[] {
  if (items.length <= most) return items;
  const first = Math.max(0, Math.min(place - NEAR, items.length - 2 * NEAR - 1));
  return [...items.slice(first, first + 2 * NEAR + 1), all];
}
