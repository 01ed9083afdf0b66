import { type Block, unknownCodeBlocks } from '../index.ts';
import type { Addresses } from '../shared/addresses.ts';
import { plainText } from './markdown.ts';
import { pageLinks } from './navigation.ts';
import type { SiteApi } from './site.ts';

/** What `addresses.json` of an API holds. */
export function addressesOf(api: SiteApi): Addresses {
  const { urls } = api;
  const pages = [
    { href: urls.api(api.id), title: api.title },
    ...pageLinks(api).map(({ text, href }) => ({ title: text, href })),
    ...api.domains.map(({ id, title }) => ({ href: urls.domain(api.id, id), title })),
    ...api.guides.map(({ id, title }) => ({ href: urls.guide(api.id, id), title })),
  ];
  const sent = api.codes.flatMap((it): [string, string][] => (it.sent ? [[it.sent.code, it.code]] : []));
  return {
    under: urls.codes(api.id),
    codes: api.codes.map(({ code }) => code),
    aliases: [...api.aliases].map(([spelling, { code }]) => [spelling, code.code]),
    ...(sent.length > 0 && { sent }),
    pages: pages.map(({ href, title }) => [href, title]),
    rule: api.unknownCodes || api.idempotency ? unknownCodeBlocks(api).flatMap(paragraphText).join(' ') : '',
  };
}

/** The text of a paragraph; nothing of what is none. */
function paragraphText(block: Block): string[] {
  if (block.kind === 'prose') return [plainText(block.markdown)];
  if (block.kind !== 'paragraph') return [];
  const parts = block.content.map((it) => ('markdown' in it ? plainText(it.markdown) : 'text' in it ? it.text : ''));
  return [parts.join('')];
}
