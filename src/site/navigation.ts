import { nameOfOpaque, notableLifecycleOf } from '../index.ts';
import type { NavItem, Rail, TextLink } from './page.ts';
import { shellTexts } from './shell-texts.ts';
import type { SiteApi } from './site.ts';
import { counted, texts } from './texts.ts';

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

/** What the layout shows around a page of an API. `crumbs` are the pages between the API's and this one. */
export function around(api: SiteApi, location: Location = {}, crumbs: TextLink[] = []) {
  const { id, title, urls } = api;
  const home = { text: texts.home.title, href: urls.home };
  return { rail: railOf(api, location), crumbs: [home, { text: title, href: urls.api(id) }, ...crumbs] };
}

/** The navigation of a page of an API. */
export function railOf(api: SiteApi, location: Location = {}): Rail {
  const { id, title, urls, siblings } = api;
  const place = siblings.findIndex((it) => it.id === id);
  return {
    id,
    title,
    apis: near(
      siblings.map((it) => ({ text: it.title, href: urls.api(it.id), count: it.count })),
      place,
      MOST.apis,
      { text: counted(siblings.length, 'API'), href: urls.home },
    ),
    codes: {
      text: shellTexts.codes,
      href: urls.api(id),
      count: api.codes.length,
      children: domainItems(api, location),
    },
    pages: pageItems(api, location),
    site: [
      { text: texts.home.title, href: urls.home },
      { text: texts.decode.nav, href: urls.decode },
    ],
  };
}

function domainItems(api: SiteApi, { domain: open, code }: Location): NavItem[] {
  const { urls } = api;
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
        name: nameOfOpaque(it),
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

function pageItems(api: SiteApi, { guide }: Location): NavItem[] {
  const { urls } = api;
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
