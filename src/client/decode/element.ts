type Child = Node | string | undefined | false;

/** An element with a class and its content; every text becomes a text node, so nothing in it is ever read as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return made;
}

/** A link to a page of this site. */
export function link(href: string, ...children: Child[]): HTMLAnchorElement {
  const made = element('a', '', ...children);
  made.href = href;
  return made;
}

/** A button that does something. */
export function button(label: string, act: () => void): HTMLButtonElement {
  const made = element('button', 'copy', label);
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}
