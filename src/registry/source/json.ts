import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
  visit,
} from 'jsonc-parser';
import type { Document, Path, Range, SourceFile, SyntaxProblem } from './document.ts';

const STRICT = { disallowComments: true, allowTrailingComma: false };

/**
 * Reads a JSON file (RFC 8259). `JSON.parse` does the common case, for it is many times faster; the tree that
 * knows positions is only grown when somebody asks where something stands.
 */
export function readJson({ path, text }: SourceFile): Document {
  let tree: Node | undefined;
  const errors: ParseError[] = [];
  const grow = () => {
    tree ??= parseTree(text, errors, STRICT);
    return tree;
  };
  const locate = (at: Path, part: 'key' | 'value') => locateIn(grow(), at, part);

  try {
    const value: unknown = JSON.parse(text);
    return { path, text, value, problems: duplicateKeys(text), locate };
  } catch {
    const root = grow();
    const problems = errors.map((error) => syntaxProblem(text, error));
    return { path, text, value: root ? getNodeValue(root) : undefined, problems, locate };
  }
}

function syntaxProblem(text: string, { error, offset, length }: ParseError): SyntaxProblem {
  const found = text.slice(offset, offset + Math.max(1, length)).trim();
  const what = printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return {
    kind: 'syntax',
    message: found
      ? `This is not JSON: ${what} at \`${found.slice(0, 40)}\`.`
      : `This is not JSON: ${what} at the end.`,
    fix: ADVICE[what] ?? 'Write it as RFC 8259 asks: keys and texts in double quotes, no comments, no trailing comma.',
    range: [offset, offset + Math.max(1, length)],
  };
}

const ADVICE: Record<string, string> = {
  'comma expected': 'Put a comma after the entry before.',
  'property name expected': 'Put the key in double quotes, or take away the comma before the closing brace.',
  'value expected': 'Write a value, or take away the comma before the closing bracket.',
  'close brace expected': 'Close the object with `}`.',
  'close bracket expected': 'Close the list with `]`.',
  'invalid comment token': 'JSON has no comments; move the remark into a field, or use a YAML file.',
};

/** `JSON.parse` keeps the last of two equal keys and says nothing; this finds the first and the second. */
function duplicateKeys(text: string): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const open: Map<string, Range>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Map()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (key, offset, length, _line, _column, pathOf) => {
      const seen = open.at(-1)!;
      const first = seen.get(key);
      const range: Range = [offset, offset + length];
      if (!first) seen.set(key, range);
      else problems.push({ kind: 'duplicate-key', ...duplicate(key), range, first, path: [...pathOf(), key] });
    },
  });
  return problems;
}

/** The words for a key that stands twice, the same for every format. */
export function duplicate(key: string): { message: string; fix: string } {
  return {
    message: `The key \`${key}\` stands twice in the same place; readers differ in which of the two they keep.`,
    fix: 'Keep one of them, or rename the other.',
  };
}

function locateIn(root: Node | undefined, path: Path, part: 'key' | 'value'): Range {
  for (let length = path.length; root && length >= 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length) as (string | number)[]);
    if (!node) continue;
    const wantsKey = part === 'key' || length < path.length;
    const shown = wantsKey && node.parent?.type === 'property' ? node.parent.children![0]! : node;
    return [shown.offset, shown.offset + (shown === node && isGroup(node) ? 1 : shown.length)];
  }
  return [0, 0];
}

/** An object or list is marked by its opening bracket alone, for it may span the whole file. */
function isGroup(node: Node): boolean {
  return node.type === 'object' || node.type === 'array';
}
