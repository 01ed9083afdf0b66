/** A node of a guide's syntax tree (mdast, with the nodes of MDX), as far as it is read here. */
export interface MdastNode {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  alt?: string;
  depth?: number;
  lang?: string | null;
  children?: MdastNode[];
  attributes?: { type: string; name?: string; value?: unknown }[];
  position?: { start: { offset?: number }; end: { offset?: number } };
}

export function isComponent({ type }: MdastNode): boolean {
  return type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement';
}

/** The attributes of a component whose values are texts in quotes. */
export function textAttributes({ attributes = [] }: MdastNode): [name: string, value: string][] {
  return attributes.flatMap(({ type, name, value }) =>
    type === 'mdxJsxAttribute' && name !== undefined && typeof value === 'string' ? [[name, value]] : [],
  );
}
