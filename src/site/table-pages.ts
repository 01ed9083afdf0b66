import type { Limit } from '../index.ts';
import { htmlSize, linkSize, proseSize } from './html-size.ts';
import { around, hasLimits, limitsTitle } from './navigation.ts';
import { type PageHead, titled } from './page.ts';
import { type Paging, type Place, pagePath, pageText, pagingOf } from './paging.ts';
import { limitsHtml, type ReferencePart, scopesHtml, statesPart } from './reference.ts';
import { type LaterSection, type SectionsPage, sectionPages } from './section-pages.ts';
import type { SiteApi } from './site.ts';
import { editLink } from './source.ts';
import { stateParts } from './state-pages.ts';
import { shellTexts } from './texts/shell.ts';
import { statesAnchor } from './urls.ts';

/*
 * The pages of an API that hold tables of its states, limits, scopes and operations; there is none where the API has nothing for it.
 */

interface TableSection extends ReferencePart {
  id: string;
  title: string;
}

/** A page with a title and sections of HTML, each with its fragment. */
export interface TablePage {
  head: PageHead;
  title: string;
  lead: string;
  /** Whether the sections have headings; a list that is all in one has none. */
  hasHeadings: boolean;
  sections: TableSection[];
  later: LaterSection[];
  paging: Paging | undefined;
}

/** The pages of an API's states; none for an API without states. */
export function statesPages(api: SiteApi): TablePage[] {
  const { title, lead } = shellTexts.states;
  const hasHeadings = Object.keys(api.states).length > 1;
  return stateParts(api).map((part) => {
    const sections = part.sections.map(({ head: { id, group }, items, isContinued }) => {
      const shown = statesPart(api, id, { ...group, values: Object.fromEntries(items) }, true);
      return { id: statesAnchor(id), title: group.title, ...(isContinued ? { html: shown.html } : shown) };
    });
    const later = part.later.map(({ head: { id, group } }) => ({
      anchor: statesAnchor(id),
      text: group.title,
      href: api.stateHref(id),
    }));
    const text = { title, lead: lead(api.title), hasHeadings, first: api.urls.states(api.id) };
    return ofApiFile(api, tablePage(api, part, text, sections, later));
  });
}

/** A limit, or a scope by its name. */
type LimitOrScope = { limit: Limit } | { scope: string };

/** A section of limits or of scopes. */
interface LimitsHead {
  id: 'limits' | 'scopes';
  title: string;
}

/** The pages of an API's limits and scopes; none for an API without either. */
export function limitsPages(api: SiteApi): TablePage[] {
  if (!hasLimits(api)) return [];
  const { lead, scopesLead } = shellTexts.limits;
  const first = api.urls.limits(api.id);
  const parts = limitParts(api);
  const hasHeadings = new Set(parts.flatMap(({ sections }) => sections.map(({ head }) => head))).size > 1;
  const text = {
    title: limitsTitle(api),
    lead: (api.limits.length > 0 ? lead : scopesLead)(api.title),
    hasHeadings,
    first,
  };
  return parts.map((part) => {
    const sections = part.sections.map(({ head, items }) => ({ ...head, html: limitsOrScopes(api, items) }));
    const later = part.later.map(({ head, page }) => ({
      anchor: head.id,
      text: head.title,
      href: `${first}${pagePath(page)}#${head.id}`,
    }));
    return ofApiFile(api, tablePage(api, part, text, sections, later));
  });
}

function limitParts(api: SiteApi): SectionsPage<LimitsHead, LimitOrScope>[] {
  const { pages } = shellTexts;
  const scopes = Object.keys(api.scopes);
  const sections = [
    { head: { id: 'limits' as const, title: pages.limits }, items: api.limits.map((limit) => ({ limit })) },
    { head: { id: 'scopes' as const, title: pages.scopes }, items: scopes.map((scope) => ({ scope })) },
  ];
  return sectionPages<LimitsHead, LimitOrScope>(
    sections.filter(({ items }) => items.length > 0),
    { head: () => 600, item: (item) => limitSize(api, item) },
  );
}

function limitSize(api: SiteApi, item: LimitOrScope): number {
  if ('scope' in item) return 80 + 2 * htmlSize(item.scope) + proseSize(api.scopes[item.scope]?.meaning ?? '');
  const { title, meaning = '', codes = [] } = item.limit;
  return codes.reduce((sum, code) => sum + linkSize(code), 150 + htmlSize(title) + proseSize(meaning));
}

function limitsOrScopes(api: SiteApi, items: readonly LimitOrScope[]): string {
  const limits = items.flatMap((it) => ('limit' in it ? [it.limit] : []));
  const names = new Set(items.flatMap((it) => ('scope' in it ? [it.scope] : [])));
  const scopes = Object.fromEntries(Object.entries(api.scopes).filter(([name]) => names.has(name)));
  return limits.length > 0 ? limitsHtml({ ...api, limits }) : scopesHtml({ ...api, scopes });
}

/** What the pages of a list have in common. */
interface ListText {
  title: string;
  lead: string;
  hasHeadings: boolean;
  /** The address of the first page. */
  first: string;
}

/** A page of a list in sections. */
export function tablePage(
  api: SiteApi,
  place: Place,
  { title, lead, hasHeadings, first }: ListText,
  sections: TableSection[],
  later: LaterSection[] = [],
): TablePage {
  const contents = sections.map(({ id, title }) => ({ text: title, href: `#${id}` }));
  return {
    head: {
      title: titled(title, pageText(place), api.title),
      description: lead,
      ...around(api),
      ...(hasHeadings && { contents }),
    },
    title,
    lead,
    hasHeadings,
    sections,
    later,
    paging: pagingOf(place, first),
  };
}

/** A page of which all is in the file of the API. */
function ofApiFile(api: SiteApi, page: TablePage): TablePage {
  return { ...page, head: { ...page.head, edit: editLink(api, api.file) } };
}
