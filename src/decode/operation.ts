import { inPattern } from '../model/in-pattern.ts';
import { pathParts, requestOf } from '../model/request.ts';
import type { DecodeCode } from './index-format.ts';

/** How much text before an error is looked at for the request that it answers. */
const BEFORE = 4000;

/** The text around an error that may name its request: what is before it, down to the error before, and the rest of its line. */
export function requestText(paste: string, start: number, end: number, from: number): string {
  const line = paste.indexOf('\n', end);
  return `${paste.slice(Math.max(from, start - BEFORE), start)}\n${paste.slice(end, line < 0 ? paste.length : line)}`;
}

/**
 * The operation that a text names last, of those that return a code: `POST /v1/speech` as in a request line, below whatever base
 * address, or another name as a word. Of two that fit one request the one with fewer parameters; undefined where none is named.
 */
export function operationIn(text: string, { operations = [] }: DecodeCode): string | undefined {
  let best: { name: string; at: number; length: number } | undefined;
  for (const { operation } of operations) {
    const pattern = patternOf(operation);
    const at = [...text.matchAll(pattern)].at(-1)?.index;
    const length = pattern.source.replaceAll(SEGMENT, '').length;
    if (at !== undefined && (!best || at > best.at || (at === best.at && length > best.length)))
      best = { name: operation, at, length };
  }
  return best?.name;
}

const SEGMENT = '[^/?#\\s"\']+';

function patternOf(operation: string): RegExp {
  const request = requestOf(operation);
  if (!request) return new RegExp(`(?<![\\w.-])${inPattern(operation)}(?![\\w-]|\\.\\w)`, 'g');
  const path = pathParts(request.path)
    .map((part, index) => (index % 2 === 0 ? inPattern(part) : SEGMENT))
    .join('');
  return new RegExp(`\\b${request.method} ["']?(?:https?://)?[^\\s"'?#]{0,200}?${path}/?(?=[?#\\s"']|$)`, 'g');
}

/** What the docs say of a code where it is known which operation returned it; fields that the operation leaves out are the code's. */
export function entryAt(entry: DecodeCode | undefined, operation: string | undefined): DecodeCode | undefined {
  const own = entry?.operations?.find((it) => it.operation === operation);
  if (!entry || !own) return entry;
  const { operation: _, ...there } = own;
  const effect = own.statuses ? undefined : entry.effect;
  return { ...entry, effect, ...Object.fromEntries(Object.entries(there).filter(([, it]) => it !== undefined)) };
}
