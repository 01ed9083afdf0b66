import { getLocation } from 'jsonc-parser';
import { type Diagnostic, type Document, documentOf, type Path, spanOf } from '../load/index.ts';
import { pointerOf } from './not-data.ts';

/**
 * A diagnostic of a value as one of the program that made it: with the value's path in the message, and with the line
 * of the program where the key is written, if it can be found there. `where` is the path, or the value as JSON.
 */
export function placedIn(source: string, diagnostic: Diagnostic, where: Path | Document): Diagnostic {
  const path = 'text' in where ? pathAt(where, diagnostic) : where;
  const pointer = pointerOf(path);
  const offset = keyIn(source, path);
  const document = documentOf({
    path: diagnostic.file,
    text: source,
    value: undefined,
    problems: [],
    locate: () => [0, 0],
  });
  const last = String(path.at(-1) ?? '');
  const span =
    offset === undefined
      ? { ...spanOf({ document, range: [0, 0] }), frame: '' }
      : spanOf({ document, range: [offset, offset + last.length] });
  return {
    ...diagnostic,
    ...span,
    message: pointer === '' ? diagnostic.message : `At ${pointer}: ${diagnostic.message}`,
  };
}

/** The path of what is at the place of a diagnostic. */
function pathAt({ text, value }: Document, { start }: Diagnostic): Path {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const before = text.split('\n').slice(0, start.line - 1);
  const offset = before.reduce((sum, line) => sum + line.length + 1, start.column - 1);
  return getLocation(text, offset + 1).path;
}

/** Where the last key of a path is written, looking for one key after the other; undefined where one of them is not. */
function keyIn(source: string, path: Path): number | undefined {
  const keys = path.filter((part) => typeof part === 'string');
  let from = 0;
  let at: number | undefined;
  for (const key of keys) {
    const escaped = key.replace(/[^\w]/g, '\\$&');
    const pattern = new RegExp(`(?<=[{,\\s])(?:'${escaped}'|"${escaped}"|${escaped})\\s*:`, 'g');
    pattern.lastIndex = from;
    const found = pattern.exec(source);
    if (!found) return undefined;
    at = found.index + (/^['"]/.test(found[0]) ? 1 : 0);
    from = found.index + found[0].length;
  }
  return at;
}
