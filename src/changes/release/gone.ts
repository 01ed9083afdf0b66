import { type ApiDraft, codesOf, isRefused } from '../../load/index.ts';
import type { State } from './state.ts';

/** Something with an address that a release has and the files don't. */
export type Gone =
  | { kind: 'code'; code: string; domain: string; internal: boolean }
  | { kind: 'alias'; code: string; alias: string; domain: string }
  /** `alias` where the address was one that the domain had before; the same for guides. */
  | { kind: 'domain'; domain: string; alias?: string }
  | { kind: 'guide'; guide: string; alias?: string };

/**
 * What of a released state no longer has a page. A code that is an alias of another now still has its address. Nothing is
 * said of a domain that the API lists and whose file could not be found, nor of one whose codes are gone themselves.
 */
export function goneFrom(state: State, api: ApiDraft): Gone[] {
  if (api.damaged || isRefused(api, 'domains')) return [];
  const publicCodes = codesOf(api).filter(({ entry }) => entry.visibility !== 'internal');
  const internal = new Set(codesOf(api).flatMap(({ code, entry }) => (entry.visibility === 'internal' ? [code] : [])));
  const aliases = publicCodes.flatMap(({ entry }) => entry.aliases ?? []);
  const addresses = new Set([...publicCodes, ...aliases].map(({ code }) => code));
  const domains = new Set(publicCodes.map(({ domain }) => domain.id));
  const forwarding = new Set(api.domains.flatMap(({ id, entry }) => (domains.has(id) ? (entry.aliases ?? []) : [])));
  const answers = (domain: string) => domains.has(domain) || forwarding.has(domain);
  const loaded = new Set(api.domains.map(({ id }) => id));
  const unfound = new Set((api.entry.domains ?? []).filter((id) => !loaded.has(id)));
  const guides = new Set(api.guides.flatMap(({ id, entry }) => [id, ...(entry.aliases ?? [])]));

  const gone: Gone[] = [];
  for (const { id: domain, codes, aliases: earlier = [] } of state.domains.values()) {
    if (unfound.has(domain)) continue;
    const lost = earlier.filter((alias) => !answers(alias));
    if (answers(domain)) for (const alias of lost) gone.push({ kind: 'domain', domain, alias });
    if (!answers(domain) && codes.every((code) => addresses.has(code))) gone.push({ kind: 'domain', domain });
    for (const code of codes) {
      if (!addresses.has(code)) gone.push({ kind: 'code', code, domain, internal: internal.has(code) });
      for (const { code: alias } of state.codes.get(code)?.aliases ?? []) {
        if (!addresses.has(alias)) gone.push({ kind: 'alias', code, alias, domain });
      }
    }
  }
  for (const { id: guide, aliases: earlier = [] } of state.api.guides) {
    if (!guides.has(guide)) gone.push({ kind: 'guide', guide });
    for (const alias of earlier) if (!guides.has(alias)) gone.push({ kind: 'guide', guide, alias });
  }
  return gone;
}
