import mdx from '@astrojs/mdx';
import { type Plugin, parseAst } from 'vite';
import { siteConfig } from '../../src/cli/config.ts';
import { present } from './present.ts';

/** Compiles the text of an MDX module by its id. */
type Compile = (code: string, id: string) => Promise<string>;

/** The first step of what Astro's MDX integration does with a module: from MDX to a program, as the site is configured. */
export async function astroCompiler(): Promise<Compile> {
  const plugins: Plugin[] = [];
  const { markdown } = siteConfig();
  const config = { markdown, srcDir: new URL('file:///src/'), root: new URL('file:///'), base: '/' };
  const nothing = () => undefined;
  const logger = { warn: nothing, info: nothing, error: nothing, debug: nothing };
  const updateConfig = (more: { vite?: { plugins?: Plugin[] } }) => void plugins.push(...(more.vite?.plugins ?? []));
  const hooks = mdx().hooks as unknown as Record<string, (options: object) => unknown>;
  const adding = { addRenderer: nothing, addPageExtension: nothing, addContentEntryType: nothing };
  await present(hooks['astro:config:setup'])({ config, logger, updateConfig, command: 'build', ...adding });
  await present(hooks['astro:config:done'])({ config, logger });
  const compiler = present(plugins.find(({ name }) => name === '@mdx-js/rolldown'));
  const transform = compiler.transform as unknown as {
    handler: (code: string, id: string) => Promise<{ code: string }>;
  };
  return async (code, id) => (await transform.handler(code, id)).code;
}

interface Node {
  type: string;
  [key: string]: unknown;
}

/**
 * What a compiled guide has in it that no text and no component of ours becomes; empty for one that runs nothing of its
 * author's. Everything that is not known to be harmless is named.
 */
export function foreignParts(program: string): string[] {
  const found: string[] = [];
  const { body } = parseAst(program) as unknown as { body: Node[] };
  for (const statement of body) {
    if (statement.type === 'ImportDeclaration') {
      const { source } = statement as unknown as { source: { value: string } };
      if (source.value !== 'astro/jsx-runtime') found.push(`imports ${source.value}`);
    } else if (!isOurs(statement, program)) found.push(`has ${textOf(statement, program)}`);
  }
  const content = body.find((it) => it.type === 'FunctionDeclaration' && nameOf(it) === '_createMdxContent');
  if (!content) return [...found, 'has no content'];
  walk(content, (node) => {
    const problem = problemOf(node, program);
    if (problem) found.push(problem);
  });
  return found;
}

const FUNCTIONS = new Set(['_createMdxContent', 'MDXContent', '_missingMdxReference']);

/** A statement that is in every compiled guide. */
function isOurs(statement: Node, program: string): boolean {
  if (statement.type === 'FunctionDeclaration') return FUNCTIONS.has(nameOf(statement) ?? '');
  const text = textOf(statement, program);
  if (/^export const frontmatter = \{\};$/.test(text) || text === 'export default MDXContent;') return true;
  return (
    /^export function getHeadings\(\) \{ return (.*); \}$/s.test(text) &&
    isJson(present(present(/return (.*); \}$/s.exec(text))[1]))
  );
}

const NODES = new Set([
  ...['FunctionDeclaration', 'BlockStatement', 'ReturnStatement', 'IfStatement', 'ExpressionStatement'],
  ...['VariableDeclaration', 'VariableDeclarator', 'ObjectPattern', 'ObjectExpression', 'ArrayExpression', 'Property'],
  ...['CallExpression', 'MemberExpression', 'Identifier', 'Literal', 'UnaryExpression'],
]);

const COMPONENT =
  /^(?:CodeList|Codes|Envelope|Example|Headers|Image|Limits|Policies|Scopes|States|Statuses|UnknownCodes)$/;
const NAMES = /^(?:_createMdxContent|_components|props|Object|_jsxs?|_Fragment|_missingMdxReference)$/;

function problemOf(node: Node, program: string): string | undefined {
  const text = textOf(node, program).slice(0, 80);
  if (text === 'props.components || {}') return undefined;
  if (!NODES.has(node.type)) return `has the ${node.type} ${text}`;
  if (node.type === 'CallExpression') {
    const callee = textOf(node.callee as Node, program);
    return /^(?:_jsxs?|Object\.assign|_missingMdxReference)$/.test(callee) ? undefined : `calls ${callee}`;
  }
  if (node.type === 'MemberExpression') {
    return /^(?:_components\.[a-z][a-z0-9]*|Object\.assign|props\.components)$/.test(text)
      ? undefined
      : `reads ${text}`;
  }
  if (node.type === 'Identifier') return NAMES.test(text) || COMPONENT.test(text) ? undefined : `names ${text}`;
  if (node.type !== 'Property') return undefined;
  const key = nameOf(node.key as Node) ?? String((node.key as unknown as { value: string }).value);
  if (node.computed || /^on|:|^(?:srcdoc|formaction|action|__proto__)$/i.test(key)) return `has the attribute ${key}`;
  const value = (node.value as unknown as { value?: unknown }).value;
  if (/^(?:href|src)$/.test(key) && (typeof value !== 'string' || !isSafe(value))) return `leads to ${text}`;
  return undefined;
}

/** As a browser reads an address: what starts it and what breaks its lines does not count. */
function isSafe(address: string): boolean {
  // an address that can't be read leads nowhere
  if (!URL.canParse(address, 'https://site.example/')) return true;
  const { protocol } = new URL(address, 'https://site.example/');
  return ['http:', 'https:', 'mailto:'].includes(protocol);
}

function isJson(text: string): boolean {
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (typeof value === 'object' && value !== null) {
    if ('type' in value) visit(value as Node);
    // the names of properties are looked at with what has them
    const { key, property, ...rest } = value as Record<string, unknown>;
    for (const inner of Object.values(rest)) walk(inner, visit);
  }
}

function nameOf(node: Node): string | undefined {
  const { name, id } = node as unknown as { name?: string; id?: { name: string } };
  return name ?? id?.name;
}

function textOf(node: Node, program: string): string {
  const { start, end } = node as unknown as { start: number; end: number };
  return program.slice(start, end);
}
