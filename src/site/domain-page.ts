import type { Domain } from '../index.ts';
import { hasFilters } from './api-sections.ts';
import { plainText } from './markdown.ts';
import { type PageHead, type PageTurn, turnAt } from './page.ts';
import { type CodeRow, codeRows } from './rows.ts';
import type { SiteApi } from './site.ts';
import { counted, texts } from './texts.ts';

/** Everything that the page of a domain shows. */
export interface DomainPage {
  head: PageHead;
  id: string;
  title: string;
  /** HTML, with paragraphs. */
  lead: string | undefined;
  sendsCodes: boolean;
  hasFilters: boolean;
  rows: CodeRow[];
  turn: PageTurn;
}

/** The page of one domain of an API. */
export function domainPage(api: SiteApi, domain: Domain): DomainPage {
  const { urls } = api;
  const codes = api.inDomain.get(domain.id) ?? [];
  return {
    head: {
      title: `${domain.title} · ${texts.api.codes} · ${api.title}`,
      description: `${counted(codes.length, 'code')}. ${plainText(domain.summary ?? api.summary)}`,
      crumbs: [{ text: api.title, href: urls.api(api.id) }],
    },
    id: domain.id,
    title: domain.title,
    lead: domain.summary && api.block(domain.summary),
    sendsCodes: api.sendsCodes,
    hasFilters: hasFilters(codes),
    rows: codeRows(api, codes),
    turn: turnAt(api.domains, api.domains.indexOf(domain), ({ id, title }) => ({
      text: title,
      href: urls.domain(api.id, id),
    })),
  };
}
