import type { Alias, Api, Code, Domain, Guide } from '../index.ts';
import { listPages, type Place, pagePath } from './paging.ts';

/** Another spelling of a code, with the code. */
export interface AliasedCode {
  alias: Alias;
  code: Code;
}

/** The aliases of an API by their spelling. A spelling that is a code itself means that code; of two codes with the same alias, the first has it. */
export function aliasesOf(api: Api): ReadonlyMap<string, AliasedCode> {
  const codes = new Set(api.codes.map(({ code }) => code));
  const aliases = new Map<string, AliasedCode>();
  for (const code of api.codes) {
    for (const alias of code.aliases) {
      if (!codes.has(alias.code) && !aliases.has(alias.code)) aliases.set(alias.code, { alias, code });
    }
  }
  return aliases;
}

/**
 * The aliases that have a page which forwards. Many disks ignore case in file names, so an alias has no page if its address
 * is already that of another page; the page of unknown addresses knows it all the same.
 */
export function forwardsOf(api: Api, aliases: Iterable<AliasedCode>): AliasedCode[] {
  const all = [...aliases];
  if (all.length === 0) return [];
  const taken = new Set(api.codes.map(({ address }) => address.toLowerCase()));
  return all.filter(({ alias }) => {
    const address = alias.address.toLowerCase();
    const isFree = !taken.has(address);
    taken.add(address);
    return isFree;
  });
}

/** An id that a domain had before, with the domain. */
export interface AliasedDomain {
  alias: string;
  domain: Domain;
}

/** The earlier ids of an API's domains. */
export function domainAliasesOf({ domains }: Api): AliasedDomain[] {
  return domains.flatMap((domain) => (domain.aliases ?? []).map((alias) => ({ alias, domain })));
}

/** A page of a domain's list under an earlier id. */
export interface DomainForward extends AliasedDomain {
  page: Place;
  /** What follows the address of the first page. */
  path: string;
}

/** The pages that forward from the earlier ids of an API's domains: one for each page of the list. */
export function domainForwardsOf(api: Api): DomainForward[] {
  return domainAliasesOf(api).flatMap((aliased) => {
    const codes = api.codes.filter(({ domain }) => domain === aliased.domain.id);
    return listPages(codes).map((page) => ({ ...aliased, page, path: pagePath(page.number) }));
  });
}

/** An id that a guide had before, with the guide. */
export interface AliasedGuide {
  alias: string;
  guide: Guide;
}

/** The earlier ids of an API's guides, each of which has a page that forwards. */
export function guideAliasesOf({ guides }: Api): AliasedGuide[] {
  return guides.flatMap((guide) => (guide.aliases ?? []).map((alias) => ({ alias, guide })));
}
