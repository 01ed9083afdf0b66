import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode, visit } from 'jsonc-parser';
import { once } from '../../model/once.ts';
import {
  type Document,
  documentOf,
  type Path,
  type Range,
  type SourceFile,
  type SyntaxProblem,
  unreadDocument,
} from './document.ts';
import { beyondLimits, nestingProblem } from './limits.ts';

const STRICT = { disallowComments: true, allowTrailingComma: false };

/**
 * Reads a JSON file (RFC 8259). `JSON.parse` does the common case, because it is many times faster; the tree that
 * knows positions is only built when somebody asks where something stands.
 */
export function readJson({ path, text }: SourceFile): Document {
  const errors: ParseError[] = [];
  const tree = once(() => parseTree(text, errors, STRICT));
  const locator = once(() => locatorOf(tree()));
  const locate = (at: Path, part: 'key' | 'value') => locator()(at, part);

  try {
    const value: unknown = text.trim() === '' ? null : JSON.parse(text);
    const beyond = beyondLimits(value);
    if (beyond) return unreadDocument({ path, text }, beyond.problem([0, 1]));
    return documentOf({ path, text, value, problems: hasOneOfEachKey(text, value) ? [] : duplicateKeys(text), locate });
  } catch (error) {
    const root = attempt(tree);
    if (root === 'too deep') return unreadDocument({ path, text }, nestingProblem([0, 1]));
    const value: unknown = root ? getNodeValue(root) : undefined;
    return documentOf({ path, text, value, problems: problemsOf(text, errors, error), locate });
  }
}

/**
 * Reads JSON that a program wrote and vouches for with a checksum: equal keys are not looked for, which in a large file
 * takes most of the time.
 */
export function readWrittenJson({ path, text }: SourceFile): Document {
  try {
    const value: unknown = JSON.parse(text);
    const beyond = beyondLimits(value);
    if (beyond) return unreadDocument({ path, text }, beyond.problem([0, 1]));
    const whole = once(() => readJson({ path, text }));
    return documentOf({ path, text, value, problems: [], locate: (at, part) => whole().locate(at, part) });
  } catch {
    return readJson({ path, text });
  }
}

/** The tree is built level by level, which a hostile depth brings to the end of the stack. */
function attempt<T>(parse: () => T): T | 'too deep' {
  try {
    return parse();
  } catch {
    return 'too deep';
  }
}

/** One mistake makes the parser stumble several times; the first time on a line says what is wrong. */
function problemsOf(text: string, errors: readonly ParseError[], error: unknown): SyntaxProblem[] {
  if (errors.length === 0) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ kind: 'syntax', message: `This is not JSON: ${message}.`, fix: GENERAL, range: [0, 1] }];
  }
  return errors
    .filter(({ offset }, i) => i === 0 || text.slice(errors[i - 1]?.offset, offset).includes('\n'))
    .map((error) => syntaxProblem(text, error));
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
    fix: ADVICE[what] ?? GENERAL,
    range: [offset, offset + Math.max(1, length)],
  };
}

const GENERAL = 'Put keys and text in double quotes, and remove comments and trailing commas (RFC 8259).';

const ADVICE: Record<string, string> = {
  'comma expected': 'Put a comma after the previous entry.',
  'property name expected': 'Put the key in double quotes, or remove the comma before the closing brace.',
  'value expected': 'Write a value, or remove the comma before the closing bracket.',
  'close brace expected': 'Close the object with `}`.',
  'close bracket expected': 'Close the list with `]`.',
  'invalid comment token': 'JSON has no comments; move the comment into a field, or use a YAML file.',
};

/**
 * Whether no two keys of an object are equal, as far as counting tells, which is much faster than looking: of two equal keys
 * `JSON.parse` keeps one, and each has a colon. False also where colons are written as escapes.
 */
function hasOneOfEachKey(text: string, value: unknown): boolean {
  return !/\\u003a/i.test(text) && colonsIn(text) === colonsOf(value);
}

function colonsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) count++;
  return count;
}

/** How many colons a value has where it is written as JSON. */
function colonsOf(value: unknown): number {
  if (typeof value === 'string') return colonsIn(value);
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) for (const item of value) count += colonsOf(item);
  else for (const key of Object.keys(value)) count += 1 + colonsIn(key) + colonsOf(Reflect.get(value, key));
  return count;
}

/** `JSON.parse` keeps the last of two equal keys and says nothing; this finds the first and the second. */
function duplicateKeys(text: string): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const open: Map<string, Range>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Map()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (key, offset, length, _line, _column, pathOf) => {
      const seen = open.at(-1);
      const first = seen?.get(key);
      const range: Range = [offset, offset + length];
      if (!first) seen?.set(key, range);
      else problems.push({ kind: 'duplicate-key', ...duplicate(key), range, first, path: [...pathOf(), key] });
    },
  });
  return problems;
}

/** What to say about a duplicate key, the same for every format. */
export function duplicate(key: string): { message: string; fix: string } {
  return {
    message: `The key \`${key}\` is here twice, and parsers differ in which of the two they keep.`,
    fix: 'Keep one of them, or rename the other.',
  };
}

/** Finds places in a document. The members of each object on the way are kept by key: there may be a diagnostic for each. */
function locatorOf(root: Node | undefined): Document['locate'] {
  const known = new Map<Node, ReturnType<typeof membersByKey>>();
  const membersOf = (object: Node) => {
    const members = known.get(object) ?? membersByKey(object);
    known.set(object, members);
    return members;
  };
  const nodeAt = (path: Path): Node | undefined => {
    let node = root;
    for (const step of path) {
      if (node?.type === 'array') node = node.children?.[Number(step)];
      else if (node?.type !== 'object') return undefined;
      else node = membersOf(node).get(String(step));
    }
    return node;
  };
  return (path, part) => {
    for (let length = path.length; root && length >= 0; length--) {
      const node = nodeAt(path.slice(0, length));
      if (!node) continue;
      // a short form means all that its long form would hold
      const wantsKey = length < path.length ? isGroup(node) : part === 'key';
      const key = wantsKey && node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
      if (key) return [key.offset, key.offset + key.length];
      return [node.offset, node.offset + (isGroup(node) ? 1 : node.length)];
    }
    return [0, 0];
  };
}

/** The values of an object by key. Of two equal keys the last one's value was kept. */
function membersByKey(object: Node): Map<string, Node | undefined> {
  return new Map(object.children?.map(({ children }) => [String(children?.[0]?.value), children?.[1]]));
}

function isGroup(node: Node): boolean {
  return node.type === 'object' || node.type === 'array';
}
