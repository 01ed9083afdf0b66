import {
  type Block,
  type Code,
  codeHeader,
  type Domain,
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
import { listPages } from './paging.ts';
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
function hrefOfPolicy(api: SiteApi, policy: RetryPolicy): string | undefined {
  const { id, urls, codes } = api;
  if (!isOnOnePage(api)) return urls.searchIn(id, `retry:${policy}`);
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

/** Domains in order. */
export function domainCards(api: SiteApi, domains: readonly Domain[]): DomainCard[] {
  return domains.map(({ id, title, summary }) => ({
    anchor: domainAnchor(id),
    title,
    href: api.urls.domain(api.id, id),
    summary: summary === undefined ? undefined : api.inline(summary),
    count: api.inDomain.get(id)?.length ?? 0,
  }));
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
  return api.codes.length <= MOST_LISTED && listPages(api.codes).length === 1;
}
