import type { Addresses } from '../shared/addresses.ts';
import { unknownCodeRule } from './api-sections.ts';
import { plainText } from './markdown.ts';
import type { SiteApi } from './site.ts';
import { texts } from './texts.ts';

/** What `addresses.json` of an API holds. */
export function addressesOf(api: SiteApi): Addresses {
  const { policy } = unknownCodeRule(api);
  const { urls } = api;
  return {
    under: urls.codes(api.id),
    codes: api.codes.map(({ code }) => code),
    aliases: [...api.aliases].map(([spelling, { code }]) => [spelling, code.code]),
    pages: [
      [urls.api(api.id), api.title],
      [urls.statuses(api.id), texts.statuses.title],
      ...(api.releases.length > 0 ? [[urls.changes(api.id), texts.changes.title] as [string, string]] : []),
      ...api.domains.map(({ id, title }): [string, string] => [urls.domain(api.id, id), title]),
      ...api.guides.map(({ id, title }): [string, string] => [urls.guide(api.id, id), title]),
    ],
    rule: api.unknownCodes ? `${policy}. ${plainText(api.unknownCodes.meaning)}` : '',
  };
}
