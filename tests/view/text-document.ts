/** As much of a browser's document as a script needs that only makes elements with text. */
class TextElement {
  readonly childNodes: (TextElement | string)[] = [];
  href = '';

  append(...nodes: (TextElement | string)[]): void {
    this.childNodes.push(...nodes);
  }

  /** Nobody presses the buttons of a text. */
  addEventListener(): void {}

  get textContent(): string {
    const inside = this.childNodes.map((node) => (typeof node === 'string' ? node : node.textContent)).join('');
    return this.href === '' ? inside : `${inside} ${this.href} `;
  }
}

/** Runs a script that makes elements; what it returns is the text of them. */
export function withTextDocument(script: () => string): string {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'document');
  Object.defineProperty(globalThis, 'document', {
    configurable: true,
    value: { createElement: () => new TextElement() },
  });
  try {
    return script();
  } finally {
    if (before) Object.defineProperty(globalThis, 'document', before);
    else Reflect.deleteProperty(globalThis, 'document');
  }
}
