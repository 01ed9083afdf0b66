import { isComponent, type MdastNode, textAttributes } from './mdast.ts';

/** A part of a guide's body, as it is written. */
export type MdxPart =
  | { kind: 'markdown'; markdown: string }
  | { kind: 'heading'; depth: number; markdown: string }
  | { kind: 'program'; language: string; text: string }
  | { kind: 'component'; name: string; attributes: [name: string, value: string][] };

/** The body of a guide in parts, in order; components inside a paragraph or list follow it. */
export function partsOf(root: MdastNode, body: string): MdxPart[] {
  return (root.children ?? []).flatMap((node): MdxPart[] => {
    if (isComponent(node)) return [componentOf(node)];
    if (node.type === 'heading') return [{ kind: 'heading', depth: node.depth ?? 2, markdown: insideOf(node, body) }];
    if (node.type === 'code') return [{ kind: 'program', language: node.lang ?? '', text: node.value ?? '' }];
    const inside = componentsIn(node);
    const markdown = without(node, inside, body).trim();
    return [...(markdown === '' ? [] : [{ kind: 'markdown' as const, markdown }]), ...inside.map(componentOf)];
  });
}

function componentOf(node: MdastNode): MdxPart {
  return { kind: 'component', name: node.name ?? '', attributes: textAttributes(node) };
}

function componentsIn(node: MdastNode): MdastNode[] {
  return (node.children ?? []).flatMap((child) => (isComponent(child) ? [child] : componentsIn(child)));
}

/** The text of a node without some of those in it. */
function without(node: MdastNode, some: readonly MdastNode[], body: string): string {
  const [start, end] = rangeOf(node);
  let out = '';
  let from = start;
  for (const [first, last] of some.map(rangeOf)) {
    out += body.slice(from, first);
    from = last;
  }
  return out + body.slice(from, end);
}

/** What is inside a heading, without its marks. */
function insideOf({ children = [] }: MdastNode, body: string): string {
  const [first, last] = [children[0], children.at(-1)];
  return first && last ? body.slice(rangeOf(first)[0], rangeOf(last)[1]).replace(/\s*\n\s*/g, ' ') : '';
}

function rangeOf({ position }: MdastNode): [start: number, end: number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}
