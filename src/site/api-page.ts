import { type Code, POLICIES, type RetryPolicy } from '../index.ts';
import { type CodeLink, type CodeRow, codeLinks, codeRows } from './rows.ts';
import { type SiteApi, urls } from './site.ts';
import { texts } from './texts.ts';
import { domainAnchor } from './urls.ts';

/** Up to so many codes, all tables stand on the API's page, and the browser's own find works; past that it lists the domains. */
export const ALL_ON_ONE_PAGE = 300;

/** From so many rows on, tables have filters; fewer are seen at a glance. */
export const WORTH_NARROWING = 5;

/** One retry policy with the codes that ask for it. */
export interface PolicyGroup {
  policy: RetryPolicy;
  name: string;
  what: string;
  count: number;
  /** Empty where the API has too many codes to list them twice. */
  links: CodeLink[];
}

/** How to handle the codes of an API, by retry policy: derived from the registry. */
export function policyGroups(api: SiteApi): PolicyGroup[] {
  const current = api.codes.filter(({ retired }) => !retired);
  return POLICIES.map((policy) => {
    const codes = current.filter(({ retry }) => retry.policy === policy);
    const links = current.length > ALL_ON_ONE_PAGE ? [] : codeLinks(api, codes);
    return { policy, name: texts.retry[policy].long, what: texts.retry[policy].what, count: codes.length, links };
  }).filter(({ count }) => count > 0);
}

/** What to do with a code that the docs don't list: the API's own rule, or the standard's. */
export function unknownCodeRule(api: SiteApi): { policy: string | undefined; html: string } {
  const rule = api.unknownCodes;
  return {
    policy: rule && texts.retry[rule.retry.policy].long,
    html: rule ? api.block(rule.meaning) : `<p>${texts.unknownCode.standard}</p>`,
  };
}

/** One domain of an API, with its table where it is shown. */
export interface DomainSection {
  id: string;
  anchor: string;
  title: string;
  href: string;
  summary: string | undefined;
  count: number;
  rows: CodeRow[];
}

/** The domains in order; `withRows` false leaves the tables out. */
export function domainSections(api: SiteApi, withRows: boolean): DomainSection[] {
  return api.domains.map(({ id, title, summary }) => {
    const codes: Code[] = api.inDomain.get(id) ?? [];
    return {
      id,
      anchor: domainAnchor(id),
      title,
      href: urls.domain(api.id, id),
      summary: summary === undefined ? undefined : api.inline(summary),
      count: codes.length,
      rows: withRows ? codeRows(api, codes) : [],
    };
  });
}
