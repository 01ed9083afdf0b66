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
    element('code', {}, ...pieces(hit.code, breakable)),
    ...(hit.now === undefined ? [] : [' → ', element('code', {}, ...breakable(hit.now))]),
    ' ',
    ...hit.marks.flatMap(({ kind, text }) => [element('span', { class: `mark ${kind}` }, text), ' ']),
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

function pieces(marked: Marked, show: (text: string) => (Node | string)[] = (text) => [text]): (Node | string)[] {
  return marked.flatMap((piece, place) => (place % 2 === 1 ? [element('mark', {}, ...show(piece))] : show(piece)));
}

/** A code that may break into lines after its separators. */
function breakable(code: string): (Node | string)[] {
  return code
    .split(/(?<=[_.:/-])(?=[^_.:/-])/)
    .flatMap((part, place) => (place > 0 ? [element('wbr', {}), part] : [part]));
}

function familyClass(status: number | string): string {
  return typeof status === 'number' ? `f${Math.floor(status / 100)}xx` : 'fother';
}
