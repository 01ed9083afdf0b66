import { type Code, POLICIES, type RetryPolicy } from '../index.ts';
import { escapeHtml } from './escape.ts';
import { type CodeLink, codeLinks } from './rows.ts';
import { shellTexts } from './shell-texts.ts';
import { type SiteApi, urls } from './site.ts';
import { texts } from './texts.ts';
import { domainAnchor } from './urls.ts';

/** How many codes one page lists at most, so that it stays small and the browser's own find works. */
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

/** One domain of an API that has too many codes for one table. */
export interface DomainCard {
  title: string;
  href: string;
  anchor: string;
  /** HTML. */
  summary: string | undefined;
  count: number;
}

/** The domains in order. */
export function domainCards(api: SiteApi): DomainCard[] {
  return api.domains.map(({ id, title, summary }) => ({
    anchor: domainAnchor(id),
    title,
    href: urls.domain(api.id, id),
    summary: summary === undefined ? undefined : api.inline(summary),
    count: api.inDomain.get(id)?.length ?? 0,
  }));
}

/** A part of a list of codes that has a page of its own. */
export interface ListPage {
  codes: readonly Code[];
  /** From 1. */
  number: number;
  of: number;
}

/** A list of codes in parts that are small enough for a page; a list without codes has one page all the same. */
export function listPages(codes: readonly Code[]): ListPage[] {
  const of = Math.max(1, Math.ceil(codes.length / ALL_ON_ONE_PAGE));
  return Array.from({ length: of }, (_, i) => ({
    codes: codes.slice(i * ALL_ON_ONE_PAGE, (i + 1) * ALL_ON_ONE_PAGE),
    number: i + 1,
    of,
  }));
}

/** What tells the errors of an API apart, in one sentence of HTML; undefined for an API without bodies. */
export function branchOn(api: SiteApi): string | undefined {
  const role = api.sendsCodes ? 'code' : 'message';
  const envelopes = Object.values(api.envelopes);
  const pointers = envelopes.flatMap(({ fields }) =>
    fields.filter((it) => it.role === role).map(({ pointer }) => pointer),
  );
  const shown = [...new Set(pointers)].map(
    (pointer) => `<code>${escapeHtml(pointer.slice(1).replaceAll('/', '.'))}</code>`,
  );
  if (shown.length === 0) return undefined;
  return shellTexts.api.branch(urls.response(api.id), envelopes.length, shown.join(' or '), api.sendsCodes);
}
