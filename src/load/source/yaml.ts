import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import {
  type Document,
  documentOf,
  type Path,
  type Range,
  type SourceFile,
  type SyntaxProblem,
  unreadDocument,
} from './document.ts';
import { duplicate } from './json.ts';
import { beyondLimits, nestingProblem } from './limits.ts';
import { problemsOf, rangeOf } from './yaml-problems.ts';

/** Reads a YAML 1.2 file. Keys stay text as they are written: `00000` and `50035` are codes, not numbers. */
export function readYaml(source: SourceFile): Document {
  try {
    const document = readParsed(source);
    const beyond = beyondLimits(document.value);
    return beyond ? unreadDocument(source, beyond.problem(document.locate(beyond.path, 'value'))) : document;
  } catch (error) {
    // the parser goes down level by level, which a hostile depth brings to the end of the stack
    if (error instanceof RangeError) return unreadDocument(source, nestingProblem([0, 1]));
    throw error;
  }
}

function readParsed({ path, text }: SourceFile): Document {
  const parsed = parseDocument(text, { uniqueKeys: false, prettyErrors: false });
  const problems = problemsOf(parsed, text);
  const value = toValue(parsed.contents, [], problems);
  return documentOf({ path, text, value, problems, locate: locatorOf(parsed.contents) });
}

function toValue(node: Node | ParsedNode | null, path: Path, problems: SyntaxProblem[]): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node))
    return node.items.map((item, index) => toValue(isNode(item) ? item : null, [...path, index], problems));
  if (isMap(node)) return mapToValue(node, path, problems);
  if (isAlias(node)) problems.push(aliasProblem(node));
  return null;
}

/** Aliases could unfold one line into gigabytes, and hide from a reviewer what an entry says. */
function aliasProblem(node: Node): SyntaxProblem {
  return {
    kind: 'syntax',
    message: "YAML aliases (`*name`) aren't supported in a registry, because they hide what an entry says.",
    fix: 'Write out the value, or put text that starts with `*` in quotes.',
    range: rangeOf(node),
  };
}

function mapToValue(map: YAMLMap, path: Path, problems: SyntaxProblem[]): unknown {
  const value: Record<string, unknown> = {};
  const seen = new Map<string, Range>();
  for (const pair of map.items as Pair<Node, Node | null>[]) {
    const range = rangeOf(pair.key ?? pair.value);
    if (!isScalar(pair.key)) {
      problems.push(keyProblem(range));
      continue;
    }
    const key = keyText(pair.key);
    const first = seen.get(key);
    if (first) problems.push({ kind: 'duplicate-key', ...duplicate(key), range, first, path: [...path, key] });
    else seen.set(key, range);
    const inner = isScalar(pair.value) ? pair.value.value : toValue(pair.value, [...path, key], problems);
    if (key !== '__proto__') value[key] = inner;
    // a key like any other here
    else Object.defineProperty(value, key, { value: inner, enumerable: true, configurable: true, writable: true });
  }
  return value;
}

/** YAML lets lists, mappings and nothing at all be keys. */
function keyProblem(range: Range): SyntaxProblem {
  return {
    kind: 'syntax',
    message: 'A key here is a list, a mapping, an alias or empty, but a key must be text.',
    fix: 'Write the key as one word or as quoted text, followed by a colon.',
    range,
  };
}

function keyText(key: Node | null): string {
  if (!isScalar(key)) return '';
  return key.source ?? String(key.value ?? '');
}

/** Finds places in a document. The pairs of each mapping on the way are kept by key: there may be a diagnostic for each. */
function locatorOf(root: Node | ParsedNode | null): Document['locate'] {
  const known = new Map<YAMLMap, ReturnType<typeof pairsByKey>>();
  const pairsOf = (map: YAMLMap) => {
    const pairs = known.get(map) ?? pairsByKey(map);
    known.set(map, pairs);
    return pairs;
  };
  return (path, part) => {
    let node: Node | null = root;
    let owner: Range = node ? openingOf(node) : [0, 0];
    for (const [depth, step] of path.entries()) {
      const isLast = depth === path.length - 1;
      if (isMap(node)) {
        const pair = pairsOf(node).get(String(step));
        if (!pair) return owner;
        owner = rangeOf(pair.key);
        if (isLast) return part === 'key' || !pair.value ? owner : openingOf(pair.value);
        node = pair.value;
      } else if (isSeq(node)) {
        const item = node.items[Number(step)];
        if (!isNode(item)) return owner;
        owner = openingOf(item);
        node = item;
      } else break;
    }
    // a short form means all that its long form would hold
    return isScalar(node) && path.length > 0 ? rangeOf(node) : owner;
  };
}

/** The pairs of a mapping by key. Of two equal keys the last one's value was kept. */
function pairsByKey(map: YAMLMap): Map<string, Pair<Node, Node | null>> {
  return new Map((map.items as Pair<Node, Node | null>[]).map((it) => [keyText(it.key), it]));
}

/** A mapping or list may span the whole file; its first key or item stands for it. */
function openingOf(node: Node): Range {
  const first = isMap(node) ? node.items[0]?.key : isSeq(node) ? node.items[0] : undefined;
  if (isCollection(node) && isNode(first) && !node.flow) return isMap(node) ? rangeOf(first) : openingOf(first);
  const [start, end] = rangeOf(node);
  return isMap(node) || isSeq(node) ? [start, start + 1] : [start, end];
}
