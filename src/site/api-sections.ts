import { type Code, POLICIES, type RetryPolicy } from '../index.ts';
import { type CodeLink, type CodeRow, codeLinks, codeRows } from './rows.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';
import { domainAnchor } from './urls.ts';

/** An API with up to this many codes has all its tables on one page, where the browser's own find works; a larger one lists its domains. */
export const MOST_ON_ONE_PAGE = 300;

/** Tables with this many rows or more have filters. */
const FILTERED_FROM = 5;

/** True if a table of so many codes has filters. */
export function hasFilters(codes: readonly Code[]): boolean {
  return codes.length >= FILTERED_FROM;
}

/** One retry policy with the codes that have it. */
export interface PolicyGroup {
  policy: RetryPolicy;
  name: string;
  what: string;
  count: number;
  /** Empty where the API has too many codes to list them twice. */
  links: CodeLink[];
}

/** How to handle the codes of an API, by retry policy. */
export function policyGroups(api: SiteApi): PolicyGroup[] {
  const current = api.codes.filter(({ retired }) => !retired);
  return POLICIES.map((policy) => {
    const codes = current.filter(({ retry }) => retry.policy === policy);
    const links = current.length > MOST_ON_ONE_PAGE ? [] : codeLinks(api, codes);
    return { policy, name: texts.retry[policy].long, what: texts.retry[policy].what, count: codes.length, links };
  }).filter(({ count }) => count > 0);
}

/** What to do with a code that the docs don't list. */
export interface UnknownCodeRule {
  /** The retry policy as a label; undefined where the API states none. */
  policy: string | undefined;
  html: string;
}

/** The API's own rule for unknown codes, or else the standard's (RFC 9110, section 15). */
export function unknownCodeRule(api: SiteApi): UnknownCodeRule {
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
  /** HTML. */
  summary: string | undefined;
  count: number;
  rows: CodeRow[];
}

/** The domains in order, with their tables if all of them are on the API's page. */
export function domainSections(api: SiteApi): DomainSection[] {
  return api.domains.map(({ id, title, summary }) => {
    const codes = api.inDomain.get(id) ?? [];
    return {
      id,
      anchor: domainAnchor(id),
      title,
      href: api.urls.domain(api.id, id),
      summary: summary === undefined ? undefined : api.inline(summary),
      count: codes.length,
      rows: isOnOnePage(api) ? codeRows(api, codes) : [],
    };
  });
}

/** True if the API's page has the tables of all its domains. */
export function isOnOnePage(api: SiteApi): boolean {
  return api.codes.length <= MOST_ON_ONE_PAGE;
}
