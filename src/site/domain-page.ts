import type { Domain } from '../index.ts';
import { hasFilters } from './api-sections.ts';
import { domainAlternates } from './artifacts.ts';
import { summaryText } from './markdown.ts';
import { around } from './navigation.ts';
import { type PageHead, type PageTurn, titled, turnAt } from './page.ts';
import { type ListPage, type Paging, pageText, pagingOf } from './paging.ts';
import { type CodeGroup, plainGroup } from './rows.ts';
import type { SiteApi } from './site.ts';
import { editLink, sourceFiles } from './source.ts';
import { counted, texts } from './texts.ts';

/** Everything that the page of a domain shows. */
interface DomainPage {
  head: PageHead;
  title: string;
  /** HTML. */
  intro: string | undefined;
  sendsCodes: boolean;
  hasFilters: boolean;
  groups: CodeGroup[];
  paging: Paging | undefined;
  turn: PageTurn;
}

/** One page of the list of a domain's codes. */
export function domainPage(api: SiteApi, domain: Domain, list: ListPage): DomainPage {
  const { urls } = api;
  return {
    head: {
      title: titled(domain.title, texts.api.codes, pageText(list), api.title),
      description: `${counted(domain.codes.length, 'code')}. ${summaryText(domain.summary ?? api.summary)}`,
      ...around(api, { domain: domain.id }),
      alternates: domainAlternates(api, domain),
      edit: editLink(api, sourceFiles(api).domain(domain)),
    },
    title: domain.title,
    intro: domain.summary && api.inline(domain.summary),
    sendsCodes: api.sendsCodes,
    hasFilters: hasFilters(list.items),
    groups: plainGroup(api, list.items, domain.id, domain.title),
    paging: pagingOf(list, urls.domain(api.id, domain.id)),
    turn: turnAt(api.domains, api.domains.indexOf(domain), ({ id, title }) => ({
      text: title,
      href: urls.domain(api.id, id),
    })),
  };
}
