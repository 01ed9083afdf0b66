import { isCollection, isMap, isNode, isPair, isSeq, parseDocument, stringify, type YAMLMap, type YAMLSeq } from 'yaml';
import { lineEndOf } from './lines.ts';

type Collection = YAMLMap | YAMLSeq;

/**
 * A YAML file with a value at a path: as a new key of a mapping, or at the end of a list for a path that ends in `-`.
 * What is missing on the way is added; every other character stays. Undefined where the path is taken or leads through
 * another kind of value or one on a single line, and where the file has mistakes; then its owner adds the value.
 */
export function extendYaml(text: string, path: readonly string[], value: unknown): string | undefined {
  const document = parseDocument(text);
  const found = document.errors.length > 0 ? undefined : lastOnPath(document.contents, path);
  if (!found || found.holder.flow) return undefined;
  const { holder, rest } = found;
  const nested = rest.reduceRight((inner, key) => (key === '-' ? [inner] : { [key]: inner }), value);
  const extended = inserted(text, holder, stringify(nested, { lineWidth: 0 }));
  const [key = ''] = rest;
  if (isSeq(holder)) holder.add(document.createNode(Array.isArray(nested) ? nested[0] : nested));
  else holder.set(key, document.createNode(Object(nested)[key]));
  // an unusual layout may have led to the wrong place, which shows in what the text means now
  const after = extended === undefined ? undefined : parseDocument(extended);
  const isRight = after?.errors.length === 0 && JSON.stringify(after.toJS()) === JSON.stringify(document.toJS());
  return isRight ? extended : undefined;
}

/** The collection that is there farthest down a path, and what is left of the path; undefined if nothing can be added there. */
function lastOnPath(
  root: unknown,
  path: readonly string[],
): { holder: Collection; rest: readonly string[] } | undefined {
  const [key, ...others] = path;
  if (key === '-') return isSeq(root) ? { holder: root, rest: path } : undefined;
  if (key === undefined || !isMap(root)) return undefined;
  return root.has(key) ? lastOnPath(root.get(key, true), others) : { holder: root, rest: path };
}

/** A text with lines after the last one of a collection, as far to the right as its first. */
function inserted(text: string, holder: Collection, lines: string): string | undefined {
  const start = holder.range?.[0];
  const last = endOf(holder);
  if (start === undefined || last === undefined) return undefined;
  const end = lineEndOf(text);
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const next = text[last - 1] === '\n' ? last - 1 : text.indexOf('\n', last);
  const [before, after] = next === -1 ? [text + end, ''] : [text.slice(0, next + 1), text.slice(next + 1)];
  const added = lines
    .trimEnd()
    .split('\n')
    .map((line) => indent + line + end);
  return before + added.join('') + after;
}

/** Where the last value in a collection ends. */
function endOf(node: unknown): number | undefined {
  const last: unknown = isCollection(node) && !node.flow ? node.items.at(-1) : undefined;
  if (isPair(last)) return endOf(last.value) ?? endOf(last.key);
  if (last !== undefined) return endOf(last);
  return isNode(node) ? node.range?.[1] : undefined;
}
