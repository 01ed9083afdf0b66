import { countUnverified, type Domain, supportLinks, unverifiedText } from '../index.ts';
import { type DomainCard, domainCards, hasFilters, identifiedBy, isOnOnePage } from './api-sections.ts';
import { apiAlternates } from './artifacts.ts';
import { feedLink } from './changes-page.ts';
import { htmlSize, proseSize } from './html-size.ts';
import { summaryText } from './markdown.ts';
import { around, pageLinks } from './navigation.ts';
import { type PageHead, type TextLink, titled } from './page.ts';
import { type Paging, type Part, pageText, pagingOf, partsOf } from './paging.ts';
import { countsOf } from './releases.ts';
import { type CodeGroup, codeGroups, type StatusRow, statusRows } from './rows.ts';
import type { SiteApi } from './site.ts';
import { editLink } from './source.ts';
import { shellTexts } from './texts/shell.ts';
import { texts } from './texts.ts';
import { statesAnchor } from './urls.ts';

/** Everything that an API's page shows; it is one of several where there are too many domains for one. */
interface ApiPage {
  head: PageHead;
  title: string;
  /** HTML. */
  intro: string;
  sendsCodes: boolean;
  hasFilters: boolean;
  /** All codes; undefined where they are too many for one table. */
  groups: CodeGroup[] | undefined;
  /** The domains in place of their codes, and a form that searches this API. */
  domains: { api: string; action: string; label: string; cards: DomainCard[] } | undefined;
  paging: Paging | undefined;
  pages: AnchoredLink[];
  /** Empty where there are too many. */
  statuses: StatusRow[];
  /** How many facts the API's owner has not confirmed, by kind; empty if none. */
  unverified: string;
  lastRelease: { name: string; href: string; counts: string } | undefined;
  version: string | undefined;
  baseUrl: string | undefined;
  /** Where callers get help. */
  support: TextLink[];
}

/** A link to a page, with the fragment of the section that it has replaced. */
interface AnchoredLink extends TextLink {
  anchor: string | undefined;
}

/** More statuses than this are only on the page of statuses, and more groups of states on that of states. */
const MOST_STATUSES = 40;
const MOST_GROUPS = 40;

/** The domains of an API in parts that are small enough for a page; one part where the page has all codes. */
export function apiParts(api: SiteApi): Part<Domain>[] {
  const sizeOf = ({ id, title, summary = '' }: Domain) => 150 + 2 * id.length + htmlSize(title) + proseSize(summary);
  return partsOf(api.domains, isOnOnePage(api) ? () => 0 : sizeOf);
}

/** The page of one API: all its codes in one table, or a part of its domains; then links to its other pages. */
export function apiPage(api: SiteApi, part: Part<Domain>): ApiPage {
  const { id, urls } = api;
  const [last] = api.releases;
  const onOnePage = isOnOnePage(api);
  return {
    head: {
      title: titled(shellTexts.api.title(api.title), pageText(part), texts.home.title),
      description: `${summaryText(api.summary)} ${texts.home.count(api.codes.length, api.domains.length)}.`,
      alternates: apiAlternates(api),
      feed: feedLink(api),
      edit: editLink(api, api.file),
      ...around(api),
    },
    title: shellTexts.api.title(api.title),
    intro: [api.inline(api.summary), identifiedBy(api)].filter(Boolean).join(' '),
    sendsCodes: api.sendsCodes,
    hasFilters: onOnePage && hasFilters(api.codes),
    groups: onOnePage ? codeGroups(api, api.codes) : undefined,
    domains: onOnePage
      ? undefined
      : {
          api: id,
          action: urls.search,
          label: shellTexts.api.find(api.codes.length),
          cards: domainCards(api, part.items),
        },
    paging: pagingOf(part, urls.api(id)),
    pages: morePages(api),
    statuses: api.statuses.length <= MOST_STATUSES ? statusRows(api) : [],
    unverified: unverifiedText(countUnverified(api.codes)),
    lastRelease: last && { name: last.name, href: urls.changes(id), counts: countsOf(last) },
    version: api.version,
    baseUrl: api.baseUrl,
    support: supportLinks(api),
  };
}

/** The reference pages of an API. Links to the sections that they once were on its page still arrive at these links. */
function morePages(api: SiteApi): AnchoredLink[] {
  const { id, urls } = api;
  const anchors: Record<string, string> = {
    [urls.response(id)]: 'envelope',
    [urls.handling(id)]: 'handling',
    [urls.files(id)]: 'programs',
    [urls.guides(id)]: 'guides',
    [urls.statuses(id)]: 'statuses',
    [urls.limits(id)]: 'limits',
  };
  const groups = Object.entries(api.states);
  const states = (groups.length <= MOST_GROUPS ? groups : []).map(([group, { title }]) => ({
    text: title,
    href: api.stateHref(group),
    anchor: statesAnchor(group),
  }));
  return [...pageLinks(api).map(({ text, href }) => ({ text, href, anchor: anchors[href] })), ...states];
}
