import { parseAst } from 'vite';

interface Node {
  type: string;
  [key: string]: unknown;
}

/**
 * What the body of a compiled guide has in it that no text and no component of ours becomes; empty for one that runs nothing of its
 * author's. Everything that is not known to be harmless is named.
 */
export function foreignParts(made: string): string[] {
  const found: string[] = [];
  const program = `function made() {\n${made}\n}`;
  const [
    {
      body: { body },
    },
  ] = (parseAst(program) as unknown as { body: [{ body: { body: Node[] } }] }).body;
  for (const statement of body) if (!isOurs(statement, program)) found.push(`has ${textOf(statement, program)}`);
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
  return OURS.test(textOf(statement, program));
}

const OURS =
  /^(?:"use strict"|const \{(?:(?: Fragment: _Fragment| jsxs?: _jsxs?),?)* \} = arguments\[0\]|return \{ default: MDXContent \});$/;

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
