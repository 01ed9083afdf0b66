import { breakable, element } from '../element.ts';
import type { Hit } from './engine.ts';
import type { Marked } from './mark.ts';

/** A hit as an option of the list, which is a link too, so that it can be opened elsewhere. */
export function option(hit: Hit, id: string): HTMLAnchorElement {
  const statuses = hit.statuses.map(({ status, name }) =>
    element(
      'span',
      { className: `status ${familyClass(status)}` },
      name === String(status) ? name : `${status} ${name}`,
    ),
  );
  return element(
    'a',
    { id, role: 'option', ariaSelected: 'false', tabIndex: -1, href: hit.href, className: 'hit' },
    element('code', {}, ...pieces(hit.code, breakable)),
    ...(hit.now === undefined ? [] : [' → ', element('code', {}, ...breakable(hit.now))]),
    ' ',
    ...hit.marks.flatMap(({ kind, text }) => [element('span', { className: `mark ${kind}` }, text), ' ']),
    ...statuses.flatMap((it) => [it, ' ']),
    element('span', { className: 'where' }, hit.api, ' · ', hit.domain),
    ' ',
    element('span', { className: 'line' }, ...pieces(hit.line)),
  );
}

/** A text whose parts in backticks are code. */
export function withCode(text: string): (Node | string)[] {
  return text.split('`').map((piece, place) => (place % 2 === 1 ? element('code', {}, piece) : piece));
}

function pieces(marked: Marked, show: (text: string) => (Node | string)[] = (text) => [text]): (Node | string)[] {
  return marked.flatMap((piece, place) => (place % 2 === 1 ? [element('mark', {}, ...show(piece))] : show(piece)));
}

function familyClass(status: number | string): string {
  return typeof status === 'number' ? `f${Math.floor(status / 100)}xx` : 'fother';
}
