import {
  type Code,
  type Domain,
  type Guide,
  hasChanges,
  listName,
  nameOfOpaque,
  notableLifecycleOf,
} from '../index.ts';
import type { NavItem, Rail, TextLink } from './page.ts';
import type { SiteApi } from './site.ts';
import { shellTexts } from './texts/shell.ts';
import { counted, texts } from './texts.ts';

/** Where a page belongs: to a domain, whose codes are listed; to one of these codes; to a guide. */
interface Location {
  domain?: string;
  code?: string;
  guide?: string;
}

/** A navigation longer than this shows what is near the page, so that no page grows with the registry. */
const MOST = { domains: 40, codes: 60, apis: 20, guides: 20 };

/** How many neighbors are shown on each side where there are too many to list. */
const NEAR = 6;

/** What the layout shows around a page of an API. `crumbs` are the pages between the API's and this one. */
export function around(api: SiteApi, location: Location = {}, crumbs: TextLink[] = []) {
  const { id, title, languages, urls } = api;
  const home = { text: texts.home.title, href: urls.home };
  return { rail: railOf(api, location), languages, crumbs: [home, { text: title, href: urls.api(id) }, ...crumbs] };
}

/** The navigation of a page of an API: the same object for the pages of a domain, which are made one after another. */
export function railOf(api: SiteApi, location: Location = {}): Rail {
  const { domain, code, guide } = location;
  const codes = api.inDomain.get(domain ?? '') ?? [];
  const at: Place = {
    domain,
    codes,
    code: codes.findIndex((it) => it.code === code),
    guide: api.guides.findIndex(({ id }) => id === guide),
  };
  const place = [domain, firstNear(codes, at.code, MOST.codes), firstNear(api.guides, at.guide, MOST.guides)].join(' ');
  const { last } = api.kept;
  if (last?.place === place) return last.rail;
  const rail = railAt(api, at);
  api.kept.last = { place, rail };
  return rail;
}

/** A location as places in lists; -1 where it is in none. */
interface Place {
  domain: string | undefined;
  /** The codes of the open domain. */
  codes: readonly Code[];
  code: number;
  guide: number;
}

function railAt(api: SiteApi, place: Place): Rail {
  const { id, title, urls, siblings, versions } = api;
  const newest = versions[0]?.api ?? id;
  const here = siblings.findIndex((it) => it.id === newest);
  return {
    id,
    title,
    version: versions.find((it) => it.api === id)?.version,
    versions: versions.map(({ api, version }, place) => ({
      text: place === 0 ? shellTexts.newest(version) : version,
      href: urls.api(api),
    })),
    apis: near(siblings, here, MOST.apis, (it) => ({ text: it.title, href: urls.api(it.id), count: it.count }), {
      text: counted(siblings.length, 'API'),
      href: urls.home,
    }),
    codes: {
      text: shellTexts.codes,
      href: urls.api(id),
      count: api.codes.length,
      children: domainItems(api, place),
    },
    pages: pageItems(api, place),
    site: [
      { text: texts.home.title, href: urls.home },
      { text: texts.decode.nav, href: urls.decode },
      ...api.settings.links.map(({ label, href }) => ({ text: label, href })),
    ],
  };
}

function domainItems(api: SiteApi, open: Place): NavItem[] {
  const { urls, domains } = api;
  const place = domains.findIndex(({ id }) => id === open.domain);
  const itemOf = ({ id, title }: Domain): NavItem => {
    const href = urls.domain(api.id, id);
    const count = api.inDomain.get(id)?.length ?? 0;
    const item = { text: title, href, count };
    if (id !== open.domain) return item;
    const all = { text: shellTexts.all(count), href };
    return { ...item, children: near(open.codes, open.code, MOST.codes, (code) => codeItem(api, code), all) };
  };
  const all = { text: shellTexts.allDomains(domains.length), href: urls.api(api.id) };
  return near(domains, place, MOST.domains, itemOf, all);
}

function codeItem(api: SiteApi, code: Code): NavItem {
  return {
    ...listName(api, code),
    href: api.urls.code(api.id, code.code),
    name: nameOfOpaque(code),
    lifecycle: notableLifecycleOf(code),
  };
}

/** The pages of an API that its navigation has wherever it is; unlike {@link railOf} this makes no navigation. */
export function pageLinks(api: SiteApi): TextLink[] {
  return pageItems(api, { guide: -1 });
}

function pageItems(api: SiteApi, { guide }: Pick<Place, 'guide'>): NavItem[] {
  const { urls, guides } = api;
  const { pages: t } = shellTexts;
  const allGuides = { text: shellTexts.all(guides.length), href: urls.guides(api.id) };
  const guideItem = ({ id, title }: Guide): NavItem => ({ text: title, href: urls.guide(api.id, id) });
  const shownGuides = near(guides, guide, MOST.guides, guideItem, allGuides);
  const items: (NavItem | false)[] = [
    Object.keys(api.envelopes).length > 0 && { text: t.response, href: urls.response(api.id) },
    { text: t.handling, href: urls.handling(api.id) },
    guides.length > 0 && { text: t.guides, href: urls.guides(api.id), count: guides.length, children: shownGuides },
    { text: t.statuses, href: urls.statuses(api.id), count: api.statuses.length },
    api.hasOperations && { text: t.operations, href: urls.operations(api.id) },
    Object.keys(api.states).length > 0 && { text: t.states, href: urls.states(api.id) },
    hasLimits(api) && { text: limitsTitle(api), href: urls.limits(api.id) },
    hasChanges(api) && { text: t.changes, href: urls.changes(api.id) },
    { text: t.files, href: urls.files(api.id) },
  ];
  return items.filter((item) => item !== false);
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

/** Where the items begin that are shown around a place. */
function firstNear({ length }: { length: number }, place: number, most: number): number {
  return length <= most ? 0 : Math.max(0, Math.min(place - NEAR, length - 2 * NEAR - 1));
}

/** Links to all items, or where there are too many to those around a place and to all. */
function near<Item>(
  items: readonly Item[],
  place: number,
  most: number,
  linkTo: (item: Item) => NavItem,
  all: NavItem,
): NavItem[] {
  if (items.length <= most) return items.map(linkTo);
  const first = firstNear(items, place, most);
  return [...items.slice(first, first + 2 * NEAR + 1).map(linkTo), all];
}
