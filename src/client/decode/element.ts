import { type Child, element } from '../element.ts';

/** A link to a page of this site. */
export function link(href: string, ...children: Child[]): HTMLAnchorElement {
  return element('a', { href }, ...children);
}

/** A button that does something. */
export function button(label: string, act: () => void): HTMLButtonElement {
  const made = element('button', { className: 'copy', type: 'button' }, label);
  made.addEventListener('click', act);
  return made;
}
