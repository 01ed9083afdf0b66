import type { Addresses } from '../shared/addresses.ts';
import { unknownCodeRule } from './api-sections.ts';
import { plainText } from './markdown.ts';
import { railOf } from './navigation.ts';
import type { SiteApi } from './site.ts';

/** What `addresses.json` of an API holds. */
export function addressesOf(api: SiteApi): Addresses {
  const { policy } = unknownCodeRule(api);
  const { urls } = api;
  const pages = [
    { href: urls.api(api.id), title: api.title },
    ...railOf(api).pages.map(({ text, href }) => ({ title: text, href })),
    ...api.domains.map(({ id, title }) => ({ href: urls.domain(api.id, id), title })),
    ...api.guides.map(({ id, title }) => ({ href: urls.guide(api.id, id), title })),
  ];
  return {
    under: urls.codes(api.id),
    codes: api.codes.map(({ code }) => code),
    aliases: [...api.aliases].map(([spelling, { code }]) => [spelling, code.code]),
    pages: pages.map(({ href, title }) => [href, title]),
    rule: api.unknownCodes ? `${policy}. ${plainText(api.unknownCodes.meaning)}` : '',
  };
}
