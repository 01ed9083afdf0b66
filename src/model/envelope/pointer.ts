import { setMember } from '../member.ts';
import type { Json } from '../schema/field.ts';

/** The reference tokens of a JSON Pointer (RFC 6901 section 4), unescaped. */
export function tokensOf(pointer: string): string[] {
  const start = pointer.indexOf('/');
  const tokens = start < 0 ? [] : pointer.slice(start + 1).split('/');
  if (!pointer.includes('~')) return tokens;
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 10_000;

/** The same tokens, remembered: the bodies of thousands of codes are made with a few pointers. */
export function knownTokens(pointer: string): readonly string[] {
  const before = known.get(pointer);
  if (before) return before;
  const tokens = tokensOf(pointer);
  if (known.size < MOST_KNOWN) known.set(pointer, tokens);
  return tokens;
}

/** The pointer to a member or item below another pointer. */
export function below(pointer: string, token: string | number): string {
  return `${pointer}/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Whether a token of a pointer is an element of an array, counted from 0; no body has a thousand errors. */
export function isElement(token: string): boolean {
  return /^(?:0|[1-9]\d{0,2})$/.test(token);
}

/** A pointer as programs write it, such as `error.code`; any element of an array is `[]`: `errors[].code`. */
export function dotted(pointer: string): string {
  const parts = pointer.slice(1).split('/');
  return parts.map((part, i) => (i === 0 ? part : isElement(part) ? '[]' : `.${part}`)).join('');
}

/**
 * Puts a value into a body, making the objects and arrays on the way; a step that meets something else replaces it. What is no
 * element of an array can't be put into one, and is left out.
 */
export function put(body: { [key: string]: Json }, pointer: string, value: Json): void {
  const tokens = knownTokens(pointer);
  const last = tokens.at(-1)!;
  let here: { [key: string]: Json } | Json[] = body;
  for (const [index, token] of tokens.slice(0, -1).entries()) {
    // an own key only: by `__proto__` a pointer would otherwise reach every object of the program
    const next: Json | undefined = Object.hasOwn(here, token) ? (here as { [key: string]: Json })[token] : undefined;
    if (typeof next === 'object' && next !== null) here = next;
    else {
      const made: Json[] | { [key: string]: Json } = isElement(tokens[index + 1]!) ? [] : {};
      define(here, token, made);
      here = made;
    }
  }
  define(here, last, value);
}

function define(target: { [key: string]: Json } | Json[], key: string, value: Json): void {
  if (Array.isArray(target)) {
    if (!isElement(key)) return;
    while (target.length < Number(key)) target.push(null);
    target[Number(key)] = value;
  } else setMember(target, key, value);
}

/** The value at a JSON Pointer; only what the body itself holds, nothing that it inherits. */
export function valueAt(body: unknown, pointer: string): Json | undefined {
  let here = body;
  for (const token of knownTokens(pointer)) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, token)) return undefined;
    here = (here as Record<string, unknown>)[token];
  }
  return here as Json | undefined;
}

/** Whether a field is in an element of an array: one response may then report several errors, each with a code of its own. */
export function isInArray({ pointer }: { pointer: string }): boolean {
  return tokensOf(pointer).slice(1).some(isElement);
}
