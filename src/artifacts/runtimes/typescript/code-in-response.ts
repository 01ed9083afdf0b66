// begin left out
import { codeByMessage } from './by-message.ts';
import { valueAt } from './policies.ts';
import type { ErrorCode } from './sample.ts';
import type { Path } from './types.ts';

const CODE_PLACES: readonly CodePlace<Path>[] = [[['__type'], '#', '']];
const CODE_HEADERS: readonly CodePlace<string>[] = [['x-error', '#', ':']];
// end left out

/** Where a code is, and the characters between which it is in a longer value; empty where there are none. */
type CodePlace<Place> = readonly [at: Place, after: string, until: string];

/**
 * The code of a response, known or not, from its headers or else its body. Where it has none, the entry with its status and
 * default message; undefined where there is no such entry.
 */
export function errorCodeOf(
  body: unknown,
  status?: number,
  headers?: { get(name: string): string | null },
): ErrorCode | undefined {
  for (const [name, after, until] of CODE_HEADERS) {
    const value = headers?.get(name) ?? '';
    if (value !== '') return codeIn(value, after, until);
  }
  for (const [path, after, until] of CODE_PLACES) {
    const value = valueAt(body, path);
    if (typeof value === 'string' || typeof value === 'number') return codeIn(String(value), after, until);
  }
  // begin left out
  return codeByMessage(body, status);
  // end left out
  // begin sample: otherwise
  // end sample
}

/** The code after the last and before the first of two characters. */
function codeIn(value: string, after: string, until: string): string {
  const end = until === '' ? -1 : value.indexOf(until);
  const head = end < 0 ? value : value.slice(0, end);
  return after === '' ? head : head.slice(head.lastIndexOf(after) + 1);
}
