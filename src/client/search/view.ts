import type { Hit } from './engine.ts';
import type { Marked } from './mark.ts';

/** An element with its attributes and content; texts become text and nothing else. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...content);
  return made;
}

/** A hit as an option of the list, which is a link too, so that it can be opened elsewhere. */
export function option(hit: Hit, id: string): HTMLAnchorElement {
  const statuses = hit.statuses.map(({ status, name }) =>
    element('span', { class: `status ${familyClass(status)}` }, name === String(status) ? name : `${status} ${name}`),
  );
  return element(
    'a',
    { id, role: 'option', 'aria-selected': 'false', tabindex: '-1', href: hit.href, class: 'hit' },
    element('code', {}, ...pieces(hit.code)),
    ' ',
    ...statuses.flatMap((it) => [it, ' ']),
    element('span', { class: 'where' }, hit.api, ' · ', hit.domain),
    ' ',
    element('span', { class: 'line' }, ...pieces(hit.line)),
  );
}

/** A text whose parts in backticks are code. */
export function withCode(text: string): (Node | string)[] {
  return text.split('`').map((piece, place) => (place % 2 === 1 ? element('code', {}, piece) : piece));
}

function pieces(marked: Marked): (Node | string)[] {
  return marked.map((piece, place) => (place % 2 === 1 ? element('mark', {}, piece) : piece));
}

function familyClass(status: number | string): string {
  return typeof status === 'number' ? `f${Math.floor(status / 100)}xx` : 'fother';
}
