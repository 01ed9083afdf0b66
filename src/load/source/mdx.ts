import { mdxToMdast } from 'satteri';
import { type Document, documentOf, type Range, type SourceFile, type SyntaxProblem } from './document.ts';
import { DEEPEST, nestingProblem } from './limits.ts';
import { isComponent, type MdastNode } from './mdast.ts';
import { type MdxPart, partsOf } from './mdx-parts.ts';
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
  /**
   * The text that is compiled for the site: what was parsed here, without front matter, its lines where they were, and with a
   * component in the place of each image: Astro would look for its file.
   */
  body: string;
  /** The body in parts, for what is no web page; without {@link FIRST_LINE}. */
  parts: MdxPart[];
  components: GuideComponent[];
  /** Paragraphs, headings and cells of tables, as Markdown. */
  prose: { text: string; range: Range }[];
  /** Texts in backticks. */
  inlineCode: { text: string; range: Range }[];
  /** Addresses of links. */
  links: { href: string; range: Range }[];
  /** Images; `src` is undefined for one that names its address elsewhere in the text. */
  images: { src: string | undefined; alt: string; range: Range }[];
  /** Code that would run: imports, exports, expressions in braces. */
  code: { range: Range }[];
}

/**
 * What Markdown in guides has beyond CommonMark, for checking and compiling alike: GitHub's extensions, and no more.
 * Front matter is taken off before either.
 */
export const GUIDE_FEATURES = { gfm: true, frontmatter: false, smartPunctuation: false };

/**
 * The first line of every body: a definition, which shows nothing. Tools look for front matter at the start of a text
 * and past blank lines; a guide whose own text begins with `---` must not have more of it.
 */
const FIRST_LINE = '[errorbook: the body of a guide]: #';

/** The name under which attributes spread from an expression (`{...x}`) are kept. */
export const SPREAD = '{…}';

const PROSE_NODES = new Set(['paragraph', 'heading', 'tableCell']);

const CODE_NODES = new Set(['mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression']);

/** Reads an MDX guide: YAML front matter, then Markdown with components. */
export function readMdx({ path, text }: SourceFile): GuideDocument {
  const front = /^---\r?\n[\s\S]*?(?<=\n)---[ \t]*(?:\r?\n|$)/.exec(text)?.[0];
  const head = front ? readYaml({ path, text: frontMatterOf(front) }) : undefined;
  const start = front === undefined ? '' : FIRST_LINE + '\n'.repeat(Math.max(2, front.split('\n').length - 1));
  const guide: GuideDocument = documentOf<Omit<GuideDocument, 'lines'>>({
    path,
    text,
    value: head?.value ?? {},
    problems: head ? head.problems : [],
    locate: (at, part) => (head ? head.locate(at, part) : [0, 0]),
    body: `${start}${text.slice(front?.length ?? 0)}\n`,
    parts: [],
    components: [],
    prose: [],
    inlineCode: [],
    links: [],
    images: [],
    code: [],
  });
  try {
    const root = mdxToMdast(guide.body, { features: GUIDE_FEATURES }) as MdastNode;
    const shift = (front?.length ?? 0) - start.length;
    collect(root, guide, { shift, depth: 0 });
    // the first line is ours
    const first = start === '' ? 0 : 1;
    guide.parts = partsOf(root, guide.body).slice(first);
    guide.links = guide.links.slice(first);
    guide.body = withComponents(guide, shift);
  } catch (error) {
    guide.problems.push(error instanceof RangeError ? nestingProblem([0, 1]) : mdxProblem(text, error as Error));
  }
  return guide;
}

/** The body with a component for each image; `shift` is how far its offsets are from those of the file. */
function withComponents({ body, images }: GuideDocument, shift: number): string {
  return images.reduceRight((text, { src, alt, range: [start, end] }) => {
    if (src === undefined) return text;
    const component = `<Image src="${quoted(src)}" alt="${quoted(alt)}" />`;
    return text.slice(0, start - shift) + component + text.slice(end - shift);
  }, body);
}

function quoted(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replace(/\s+/g, ' ');
}

/** The lines between those of hyphens, with spaces before them so that offsets stay true. */
function frontMatterOf(front: string): string {
  const start = front.indexOf('\n');
  return ' '.repeat(start) + front.slice(start, front.lastIndexOf('---'));
}

/** How far a body's offsets are from those of the file, and how deep its tree was descended. */
interface Descent {
  shift: number;
  depth: number;
}

function collect(node: MdastNode, guide: GuideDocument, { shift, depth }: Descent): void {
  if (depth > DEEPEST) throw new RangeError('nested too deeply');
  const place = (offset = 0) => Math.min(Math.max(offset + shift, 0), guide.text.length);
  const range: Range = [place(node.position?.start.offset), place(node.position?.end.offset)];
  if (PROSE_NODES.has(node.type)) guide.prose.push({ text: guide.text.slice(...range), range });
  else if (node.type === 'inlineCode') guide.inlineCode.push({ text: node.value ?? '', range });
  else if (CODE_NODES.has(node.type)) guide.code.push({ range });
  else if (isComponent(node)) {
    const attributes = (node.attributes ?? []).map(
      ({ type, name, value }) =>
        [name ?? SPREAD, type === 'mdxJsxAttribute' && typeof value === 'string' ? value : undefined] as const,
    );
    guide.components.push({ name: node.name ?? '', attributes: new Map(attributes), range });
  }
  if (node.type === 'image' || node.type === 'imageReference') {
    guide.images.push({ src: node.url, alt: node.alt ?? '', range });
  }
  if (node.url !== undefined) guide.links.push({ href: node.url, range });
  for (const child of node.children ?? []) collect(child, guide, { shift, depth: depth + 1 });
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
