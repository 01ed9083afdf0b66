import { type BareStatus, statusSentence } from '../../browser.ts';
import { breakable, element } from '../element.ts';
import { link } from './element.ts';
import type { ScriptTexts } from './view-texts.ts';

/** So many codes of an API are listed; its page has the others. */
const MOST = 12;

/** A status that was pasted alone: what it means for the caller, and the codes of each API that come with it. */
export function statusView({ status, title, codes }: BareStatus, texts: ScriptTexts): HTMLElement {
  const family = `f${Math.floor(status / 100)}xx`;
  const items = [...Map.groupBy(codes, ({ api }) => api)].map(([api, found]) => {
    const links = found
      .slice(0, MOST)
      .map(({ entry }) => link(entry.href, element('code', {}, ...breakable(entry.code))));
    const more = found.length > MOST && ` ${texts.more.replace('{count}', String(found.length - MOST))}`;
    return element(
      'li',
      {},
      link(api.href, api.title),
      ': ',
      ...links.flatMap((it, at) => (at > 0 ? [', ', it] : [it])),
      more,
    );
  });
  return element(
    'article',
    { className: 'decoded' },
    element(
      'header',
      { className: `entry ${family}` },
      element('h2', {}, title === undefined ? `${status}` : `${status} ${title}`),
    ),
    element('p', { className: 'lead' }, statusSentence(status)),
    items.length > 0 ? element('h3', {}, texts.codesWith) : element('p', {}, texts.noCodesWith),
    items.length > 0 && element('ul', {}, ...items),
  );
}
