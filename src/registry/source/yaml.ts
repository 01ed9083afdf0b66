import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import type { Document, Path, Range, SourceFile, SyntaxProblem } from './document.ts';
import { duplicate } from './json.ts';

/** Reads a YAML 1.2 file. Keys stay text as they are written: `00000` and `50035` are codes, not numbers. */
export function readYaml({ path, text }: SourceFile): Document {
  const parsed = parseDocument(text, { uniqueKeys: false, prettyErrors: false });
  const problems: SyntaxProblem[] = parsed.errors.map((error) => ({
    kind: 'syntax',
    message: `This is not YAML: ${error.message}.`.replace(/\.\.$/, '.'),
    fix: ADVICE[error.code] ?? 'Check the indentation, and put a text that holds `: ` or starts with a sign in quotes.',
    range: [error.pos[0], Math.max(error.pos[1], error.pos[0] + 1)],
  }));
  const value = toValue(parsed.contents, [], problems);
  return { path, text, value, problems, locate: (at, part) => locateIn(parsed.contents, at, part) };
}

const ADVICE: Record<string, string> = {
  TAB_AS_INDENT: 'Indent with spaces.',
  MISSING_CHAR: 'Close the quote or bracket.',
  MULTIPLE_DOCS: 'Keep one document in a file; make a second file of the other.',
  BLOCK_AS_IMPLICIT_KEY: 'Put the text in quotes; it holds a colon that YAML reads as a key.',
  MULTILINE_IMPLICIT_KEY: 'Put the text in quotes, or start it with `>-` on a line of its own.',
  BAD_ALIAS: 'Put the text in quotes; `*` at the start means a YAML alias.',
};

function toValue(node: Node | ParsedNode | null, path: Path, problems: SyntaxProblem[]): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item, index) => toValue(item as Node, [...path, index], problems));
  if (isMap(node)) return mapToValue(node, path, problems);
  if (isAlias(node)) problems.push(aliasProblem(node));
  return null;
}

/** Aliases could unfold one line into gigabytes, and hide from a reviewer what an entry says. */
function aliasProblem(node: Node): SyntaxProblem {
  return {
    kind: 'syntax',
    message: 'YAML aliases (`*name`) are not read in a registry: an entry says what it says where it stands.',
    fix: 'Write the value out; put a text that starts with `*` in quotes.',
    range: rangeOf(node),
  };
}

function mapToValue(map: YAMLMap, path: Path, problems: SyntaxProblem[]): unknown {
  const value: Record<string, unknown> = {};
  const seen = new Map<string, Range>();
  for (const pair of map.items as Pair<Node, Node | null>[]) {
    const key = keyText(pair.key);
    const range = rangeOf(pair.key);
    const first = seen.get(key);
    const here = [...path, key];
    if (first) problems.push({ kind: 'duplicate-key', ...duplicate(key), range, first, path: here });
    else seen.set(key, range);
    // `__proto__` is a key like any other here
    Object.defineProperty(value, key, {
      value: toValue(pair.value, here, problems),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return value;
}

function keyText(key: Node | null): string {
  if (!isScalar(key)) return '';
  return key.source ?? String(key.value ?? '');
}

function locateIn(root: Node | ParsedNode | null, path: Path, part: 'key' | 'value'): Range {
  let node: Node | null = root as Node | null;
  let last: Range = node ? openingOf(node) : [0, 0];
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const pair = (node.items as Pair<Node, Node | null>[]).find((it) => keyText(it.key) === String(step));
      if (!pair) return last;
      const wantsKey = part === 'key' || !pair.value || depth < path.length - 1;
      last = wantsKey ? rangeOf(pair.key) : openingOf(pair.value as Node);
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined;
      if (!item) return last;
      last = openingOf(item);
      node = item;
    } else return last;
  }
  return last;
}

/** A mapping or list may span the whole file; its first key or item stands for it. */
function openingOf(node: Node): Range {
  if (isMap(node) && node.items[0]?.key && !node.flow) return rangeOf(node.items[0].key as Node);
  if (isSeq(node) && node.items[0] && !node.flow) return openingOf(node.items[0] as Node);
  const [start, end] = rangeOf(node);
  return isMap(node) || isSeq(node) ? [start, start + 1] : [start, end];
}

function rangeOf(node: Node | null): Range {
  const range = node?.range;
  return range ? [range[0], range[1]] : [0, 0];
}
