import { isSeq, parseDocument } from 'yaml';
import { keepsLines, lineEndOf } from './lines.ts';

/**
 * A YAML file with a value at a path: as a new key of a mapping, or at the end of a list for a path that ends in `-`.
 * Undefined where the path is taken or leads through another kind of value, where the file has mistakes, and where any
 * of its lines would change; then its owner adds the value.
 */
export function extendYaml(text: string, path: readonly string[], value: unknown): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const keys = path.filter((key) => key !== '-');
  try {
    if (path.length > keys.length) {
      const list = document.getIn(keys);
      if (list !== undefined && !isSeq(list)) return undefined;
      if (list) list.add(document.createNode(value));
      else document.setIn(keys, document.createNode([value]));
    } else {
      if (document.hasIn(keys)) return undefined;
      document.setIn(keys, document.createNode(value));
    }
    for (const isIndented of [true, false]) {
      const written = document.toString({ lineWidth: 0, indentSeq: isIndented, flowCollectionPadding: true });
      if (keepsLines(text, written)) return written.replaceAll(/\r?\n/g, lineEndOf(text));
    }
  } catch {
    // the path leads through a value that holds no others
  }
  return undefined;
}
