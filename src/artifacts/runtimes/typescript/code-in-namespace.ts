// begin left out
import { codeByMessage } from './by-message.ts';
import { isKnownErrorCode, valueAt } from './policies.ts';
import type { ErrorCode } from './sample.ts';
import type { Path } from './types.ts';

const CODE_PLACES: readonly CodePlace<Path>[] = [
  [['detail', '{namespace}'], '', '', [], []],
  [['code'], '', '', ['category'], []],
  [['code'], '', '', [], ['door', '']],
];
const CODE_HEADERS: readonly CodePlace<string>[] = [['x-error', '#', ':', [], ['door']]];
// end left out

/**
 * Where a code is, the characters between which it is in a longer value, empty where there are none, and what says its namespace: a
 * field, a name in the path, or else the place itself, which is that of some namespaces, an empty one for none.
 */
type CodePlace<Place> = readonly [
  at: Place,
  after: string,
  until: string,
  namespaceAt: Path,
  namespaces: readonly string[],
];

/**
 * The code of a response, known or not, with its namespace and a dot before it, from its headers or else its body. Where it has
 * none, the entry with its status and default message; undefined where there is no such entry.
 */
export function errorCodeOf(
  body: unknown,
  status?: number,
  headers?: { get(name: string): string | null },
): ErrorCode | undefined {
  for (const [name, after, until, namespaceAt, namespaces] of CODE_HEADERS) {
    const code = codeIn(headers?.get(name) ?? '', after, until);
    const named = code === '' ? undefined : inNamespace(code, valueAt(body, namespaceAt), namespaces);
    if (named !== undefined) return named;
  }
  for (const [path, after, until, namespaceAt, namespaces] of CODE_PLACES) {
    const { name, value } = memberAt(body, path);
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const named = inNamespace(codeIn(String(value), after, until), name ?? valueAt(body, namespaceAt), namespaces);
    if (named !== undefined) return named;
  }
  // begin left out
  return codeByMessage(body, status);
  // end left out
  // begin sample: otherwise
  // end sample
}

/** A code with its namespace; of several that it may be in, the first that lists it. */
function inNamespace(code: string, namespace: unknown, namespaces: readonly string[]): ErrorCode | undefined {
  if (namespaces.length === 0) return typeof namespace === 'string' ? namespace + '.' + code : undefined;
  const all = namespaces.map((it) => (it === '' ? code : it + '.' + code));
  return all.find(isKnownErrorCode) ?? (all.length === 1 ? all[0] : code);
}

/** The value at a path, in which `{namespace}` is any name, with that name. */
function memberAt(body: unknown, path: Path): { name?: string; value: unknown } {
  const at = path.indexOf('{namespace}');
  if (at < 0) return { value: valueAt(body, path) };
  const around = valueAt(body, path.slice(0, at));
  const [name] = typeof around === 'object' && around !== null ? Object.keys(around) : [];
  if (name === undefined) return { value: undefined };
  return { name, value: valueAt(around, [name, ...path.slice(at + 1)]) };
}

/** The code after the last and before the first of two characters. */
function codeIn(value: string, after: string, until: string): string {
  const end = until === '' ? -1 : value.indexOf(until);
  const head = end < 0 ? value : value.slice(0, end);
  return after === '' ? head : head.slice(head.lastIndexOf(after) + 1);
}
