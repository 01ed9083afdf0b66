import { mdxToMdast } from 'satteri';
import type { Document, Range, SourceFile, SyntaxProblem } from './document.ts';
import { DEEPEST, nestingProblem } from './nesting.ts';
import { readYaml } from './yaml.ts';

/** A component in a guide, such as `<Codes domain="auth" />`. */
export interface GuideComponent {
  name: string;
  /** Attribute values by name; undefined for one that is not a text in quotes. */
  attributes: Map<string, string | undefined>;
  range: Range;
}

/** A guide: its front matter as a document's value, and what its body names. */
export interface GuideDocument extends Document {
  components: GuideComponent[];
  /** Texts in backticks. */
  inlineCode: { text: string; range: Range }[];
  /** Addresses of links. */
  links: { href: string; range: Range }[];
  /** Pictures, of which a registry holds none. */
  images: { range: Range }[];
  /** Code that would run: imports, exports, expressions in braces. */
  code: { range: Range }[];
}

/** The name under which attributes spread from an expression (`{...x}`) are kept. */
export const SPREAD = '{…}';

interface MdastNode {
  type: string;
  name?: string | null;
  value?: string;
  url?: string;
  children?: MdastNode[];
  attributes?: { type: string; name?: string; value?: unknown }[];
  position?: { start: { offset?: number }; end: { offset?: number } };
}

const CODE_NODES = new Set(['mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression']);

/** Reads an MDX guide: YAML front matter, then Markdown with components. */
export function readMdx({ path, text }: SourceFile): GuideDocument {
  const front = /^---\r?\n[\s\S]*?(?<=\n)---[ \t]*(?:\r?\n|$)/.exec(text)?.[0];
  const head = front
    ? readYaml({ path, text: blankOutside(text, front.indexOf('\n'), front.lastIndexOf('---')) })
    : undefined;
  const guide: GuideDocument = {
    path,
    text,
    value: head?.value ?? {},
    problems: head ? head.problems : [],
    locate: (at, part) => (head ? head.locate(at, part) : [0, 0]),
    components: [],
    inlineCode: [],
    links: [],
    images: [],
    code: [],
  };
  const body = front ? blankOutside(text, front.length, text.length) : text;
  try {
    collect(mdxToMdast(body) as MdastNode, guide);
  } catch (error) {
    guide.problems.push(error instanceof RangeError ? nestingProblem([0, 1]) : mdxProblem(body, error as Error));
  }
  return guide;
}

/** The text with all outside a range turned to spaces, so that offsets and lines stay true. */
function blankOutside(text: string, start: number, end: number): string {
  const blank = (part: string) => part.replace(/[^\r\n]/g, ' ');
  return blank(text.slice(0, start)) + text.slice(start, end) + blank(text.slice(end));
}

function collect(node: MdastNode, guide: GuideDocument, depth = 0): void {
  if (depth > DEEPEST) throw new RangeError('nested too deeply');
  const range: Range = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
  if (node.type === 'inlineCode') guide.inlineCode.push({ text: node.value ?? '', range });
  else if (CODE_NODES.has(node.type)) guide.code.push({ range });
  else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    const attributes = (node.attributes ?? []).map(
      ({ type, name, value }) =>
        [name ?? SPREAD, type === 'mdxJsxAttribute' && typeof value === 'string' ? value : undefined] as const,
    );
    guide.components.push({ name: node.name ?? '', attributes: new Map(attributes), range });
  }
  if (node.type === 'image' || node.type === 'imageReference') guide.images.push({ range });
  else if (node.url !== undefined) guide.links.push({ href: node.url, range });
  for (const child of node.children ?? []) collect(child, guide, depth + 1);
}

function mdxProblem(text: string, { message }: Error): SyntaxProblem {
  const [, line, column, what] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? [null, '1', '1', message];
  const lineStart = text.split('\n', Number(line) - 1).join('\n').length + (line === '1' ? 0 : 1);
  const start = lineStart + Number(column) - 1;
  return {
    kind: 'syntax',
    message: `This is not MDX: ${what!.replace(/\s*\([^()]*\)| with oxc/g, '')}.`,
    fix: 'Close every component (`<Codes />`), and write a literal `<` or `{` as `\\<` or `\\{`.',
    range: [start, start + 1],
  };
}
