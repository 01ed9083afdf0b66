import {
  type Block,
  type Code,
  codeHeader,
  dotted,
  policyGroups as groupsByPolicy,
  MOST_LISTED,
  notableLifecycleOf,
  type RetryPolicy,
  unknownCodeBlocks,
  withRole,
  writeBlocks,
} from '../index.ts';
import { blocksHtml } from './document-html.ts';
import { codeHtml } from './escape.ts';
import { type CodeLink, codeLinks } from './rows.ts';
import type { SiteApi } from './site.ts';
import { shellTexts } from './texts/shell.ts';
import { domainAnchor } from './urls.ts';

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
  /** The list of codes, narrowed to these; undefined where it has no filters. */
  href: string | undefined;
  /** Empty where the API has too many codes to list them twice. */
  links: CodeLink[];
}

/** How to handle the codes of an API, by retry policy. */
export function policyGroups(api: SiteApi): PolicyGroup[] {
  return groupsByPolicy(api).map(({ policy, label, what, codes }) => ({
    policy,
    name: label,
    what,
    count: codes.length,
    href: hrefOfPolicy(api, policy),
    links: isOnOnePage(api) ? codeLinks(api, codes) : [],
  }));
}

/** The API's table filtered by a policy, without the retired codes; the search, where there is no such table. */
function hrefOfPolicy({ id, urls, codes }: SiteApi, policy: RetryPolicy): string | undefined {
  if (codes.length > MOST_LISTED) return urls.searchIn(id, `retry:${policy}`);
  if (!hasFilters(codes)) return undefined;
  const own = codes.filter(({ retry }) => retry.policy === policy);
  const sent = new Set(own.filter(({ retired }) => !retired).map((code) => notableLifecycleOf(code) ?? 'current'));
  const lifecycle = own.some(({ retired }) => retired) ? `&lifecycle=${[...sent].join()}` : '';
  return `${urls.api(id)}?retry=${policy}${lifecycle}`;
}

/** The rule for codes that the docs don't list, as HTML without its heading. */
export function unknownCodeHtml(api: SiteApi): string {
  return blocksHtml(withoutHeading(unknownCodeBlocks(api)), { api, linked: true });
}

/** How to retry a request that may take effect twice, as HTML without its heading. */
export function writesHtml(api: SiteApi): string {
  return blocksHtml(withoutHeading(writeBlocks(api)), { api, linked: true });
}

function withoutHeading(blocks: readonly Block[]): Block[] {
  return blocks.filter(({ kind }) => kind !== 'heading');
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
    href: api.urls.domain(api.id, id),
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
  const of = Math.max(1, Math.ceil(codes.length / MOST_LISTED));
  return Array.from({ length: of }, (_, i) => ({
    codes: codes.slice(i * MOST_LISTED, (i + 1) * MOST_LISTED),
    number: i + 1,
    of,
  }));
}

/** Where in its list a page is, with links to the pages before and after it. */
export interface Paging {
  text: string;
  previous: string | undefined;
  next: string | undefined;
}

/** The paging of a list whose first page is at `first`; the others are below it. Undefined for a list with one page. */
export function pagingOf({ number, of }: ListPage, first: string): Paging | undefined {
  const hrefOf = (page: number) => (page === 1 ? first : `${first}${page}/`);
  if (of === 1) return undefined;
  return {
    text: shellTexts.paging.page(number, of),
    previous: number > 1 ? hrefOf(number - 1) : undefined,
    next: number < of ? hrefOf(number + 1) : undefined,
  };
}

/** What identifies the errors of an API, in one sentence of HTML; undefined for an API without bodies. */
export function identifiedBy(api: SiteApi): string | undefined {
  const role = api.sendsCodes ? 'code' : 'message';
  const envelopes = Object.values(api.envelopes);
  const pointers = envelopes.flatMap(({ fields }) => withRole(fields, role).map(({ pointer }) => pointer));
  const headers = envelopes.flatMap((envelope) => codeHeader(envelope)?.name ?? []);
  const shown = [
    ...[...new Set(pointers)].map((pointer) => codeHtml(dotted(pointer))),
    ...[...new Set(headers)].map((name) => shellTexts.api.header(codeHtml(name))),
  ];
  if (shown.length === 0) return undefined;
  return shellTexts.api.branch(api.urls.response(api.id), envelopes.length, shown.join(' or '), api.sendsCodes);
}

/** True if the API's page has all its codes in one table. */
export function isOnOnePage(api: SiteApi): boolean {
  return api.codes.length <= MOST_LISTED;
}
