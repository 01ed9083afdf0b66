import registry from 'virtual:errorbook/registry';
import type { Api, Code, Domain } from '../index.ts';
import { type Former, formersOf } from './aliases.ts';
import { block, inline } from './markdown.ts';
import { newsOf } from './marks.ts';
import { urlsUnder } from './urls.ts';

/** Every address of the site, under the base path of this build. */
export const urls = urlsUnder(import.meta.env.BASE_URL, import.meta.env.SITE);

/** The APIs of the registry, each with what pages look up again and again. */
export const apis: readonly SiteApi[] = registry.apis.map((api) => siteApi(api));

/** An API with its look-ups and its ways to show prose. */
export interface SiteApi extends Api {
  byCode: ReadonlyMap<string, Code>;
  byDomain: ReadonlyMap<string, Domain>;
  /** The codes of each domain and of each status, in the registry's order. */
  inDomain: ReadonlyMap<string, Code[]>;
  inStatus: ReadonlyMap<number | string, Code[]>;
  placeInDomain: ReadonlyMap<Code, number>;
  /** The codes by their other spellings. */
  formers: ReadonlyMap<string, Former>;
  /** The code with this spelling, or that had it once. */
  named(text: string): Code | undefined;
  /** Where the code with this spelling has its page. */
  hrefOf(text: string): string | undefined;
  /** What is new or changed with the last release. */
  news: ReadonlyMap<string, 'new' | 'changed'>;
  /** Prose as HTML; a code in backticks becomes a link to its page. */
  inline(text: string): string;
  block(text: string): string;
}

/** An API with its look-ups; its prose links to the pages of the API `now`, which is another one for a state before. */
export function siteApi(api: Api, now: Pick<SiteApi, 'id' | 'named'> | undefined = undefined): SiteApi {
  const byCode = new Map(api.codes.map((code) => [code.code, code]));
  const formers = formersOf(api);
  const named = (text: string) => byCode.get(text) ?? formers.get(text)?.code;
  const pages = now ?? { id: api.id, named };
  const hrefOf = (text: string) => {
    const code = pages.named(text);
    return code && urls.code(pages.id, code.code);
  };
  const inDomain = group(api.codes, ({ domain }) => [domain]);
  return {
    ...api,
    byCode,
    byDomain: new Map(api.domains.map((domain) => [domain.id, domain])),
    inDomain,
    placeInDomain: new Map([...inDomain.values()].flatMap((codes) => codes.map((code, place) => [code, place]))),
    inStatus: group(api.codes, ({ statuses }) => statuses.map(({ status }) => status)),
    formers,
    named,
    hrefOf,
    news: newsOf(api.releases),
    inline: (text) => inline(text, hrefOf),
    block: (text) => block(text, hrefOf),
  };
}

function group<Key>(codes: readonly Code[], keysOf: (code: Code) => Key[]): Map<Key, Code[]> {
  const groups = new Map<Key, Code[]>();
  for (const code of codes) {
    for (const key of keysOf(code)) {
      const members = groups.get(key);
      if (members) members.push(code);
      else groups.set(key, [code]);
    }
  }
  return groups;
}

/** The API with an id; for pages, which only ask for those that exist. */
export function apiOf(id: string | undefined): SiteApi {
  const api = apis.find((it) => it.id === id);
  if (!api) throw new Error(`No API ${id}`);
  return api;
}
