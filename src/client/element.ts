/** What an element may hold; what is left out, undefined or false, is not shown. */
export type Child = Node | string | undefined | false;

/** An element with properties and children; every text becomes a text node, so nothing in it is ever read as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  Object.assign(made, properties);
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

/** A code that may break into lines after its separators. */
export function breakable(code: string): (Node | string)[] {
  return code.split(/(?<=[_.:/-])(?=[^_.:/-])/).flatMap((part, place) => (place > 0 ? [element('wbr'), part] : [part]));
}
