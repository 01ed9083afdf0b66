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
  visit,
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

/** One mistake makes the parser stumble several times; the first time on a line says what is wrong. */
function problemsOf(parsed: ParsedDocument, text: string): SyntaxProblem[] {
  const { errors } = parsed;
  // what comes after a tab follows from it
  const firstTab = errors.findIndex(({ code }) => code === 'TAB_AS_INDENT');
  let openings: Opening[] | undefined;
  const openingBefore = (range: Range) => {
    openings ??= openingsOf(parsed);
    return openingAround(openings, range);
  };
  return errors
    .slice(0, firstTab < 0 ? undefined : firstTab + 1)
    .filter(({ pos }, i) => i === 0 || text.slice(errors[i - 1]?.pos[0], pos[0]).includes('\n'))
    .map(
      ({ code, message, pos }) =>
        unquotedItem(text, message, pos[0]) ?? {
          kind: 'syntax',
          message: `This is not YAML: ${(MESSAGE[code] ?? message).replace(/closing (.)quote/, 'closing $1').replace(/\.$/, '')}.`,
          fix:
            ADVICE[code] ??
            'Check the indentation, and quote text that contains `: ` or starts with a special character.',
          range: UNCLOSED.has(code) ? openingBefore(pos) : [pos[0], Math.max(pos[1], pos[0] + 1)],
        },
    );
}

/** A text such as `GET /x/{id}` in a list in brackets, where a brace or a bracket starts another mapping or list. */
function unquotedItem(text: string, message: string, at: number): SyntaxProblem | undefined {
  if (!/between flow \w+ items/.test(message) || !/[{[]/.test(text.charAt(at))) return undefined;
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const start = at - (/[^[,{]*$/.exec(line)?.[0].length ?? 0);
  const [item = ''] = /^(?:[^\n,[\]{}]|\{[^\n{}]*\}|\[[^\n[\]]*\])*/.exec(text.slice(start)) ?? [];
  const written = item.trim();
  const begin = start + item.indexOf(written);
  return {
    kind: 'syntax',
    message: `This is not YAML: in a list in brackets, \`${text.charAt(at)}\` inside a text without quotes starts another ${text.charAt(at) === '{' ? 'mapping' : 'list'}.`,
    fix: `Put the text in quotes: ${JSON.stringify(written)}.`,
    range: [begin, begin + written.length],
  };
}

type ParsedDocument = ReturnType<typeof parseDocument>;

/** Where a quoted text or a list or mapping in brackets is, and the one that it is in. */
interface Opening {
  range: Range;
  around: Opening | undefined;
}

/** All of them, in the order in which they begin. */
function openingsOf(parsed: ParsedDocument): Opening[] {
  const openings: Opening[] = [];
  visit(parsed, {
    Node: (_key, node) => {
      const isQuoted = isScalar(node) && node.type?.startsWith('QUOTE');
      const isFlow = isCollection(node) && node.flow;
      if (!isQuoted && !isFlow) return;
      const range = rangeOf(node);
      let around = openings.at(-1);
      while (around && around.range[1] <= range[0]) around = around.around;
      openings.push({ range, around });
    },
  });
  return openings;
}

/** What was never closed is noticed at its end, often the end of the file; the mistake is where it begins. */
function openingAround(openings: readonly Opening[], [start, end]: Range): Range {
  let [low, high] = [0, openings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((openings[middle]?.range[0] ?? start) < start) low = middle + 1;
    else high = middle;
  }
  let found = openings[low - 1];
  while (found && found.range[1] < start) found = found.around;
  return found ? [found.range[0], found.range[0] + 1] : [start, Math.max(end, start + 1)];
}

const UNCLOSED = new Set(['MISSING_CHAR', 'BAD_INDENT']);

/** Where the parser speaks to programmers. */
const MESSAGE: Record<string, string> = {
  BLOCK_AS_IMPLICIT_KEY: 'the value contains a colon and a space, which would start another mapping',
  MULTIPLE_DOCS: 'a second document starts here, after a line of three hyphens',
};

const ADVICE: Record<string, string> = {
  TAB_AS_INDENT: 'Indent with spaces, here and in the rest of the file.',
  MISSING_CHAR: 'Close the quote or bracket.',
  MULTIPLE_DOCS: 'Move the second document into its own file.',
  BLOCK_AS_IMPLICIT_KEY: 'Put the text in quotes; YAML reads the part before the colon as a key.',
  MULTILINE_IMPLICIT_KEY: 'Put the text in quotes, or start it with `>-` on a line of its own.',
  BAD_ALIAS: 'Put the text in quotes; `*` at the start means a YAML alias.',
};

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

function rangeOf(node: Node | null): Range {
  const range = node?.range;
  return range ? [range[0], range[1]] : [0, 0];
}
