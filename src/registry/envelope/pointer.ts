import type { Json } from '../schema/field.ts';

/** The reference tokens of a JSON Pointer (RFC 6901 section 4), unescaped. */
export function tokensOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** Puts a value into a body, making the objects on the way; a step that meets something else replaces it. */
export function put(body: { [key: string]: Json }, pointer: string, value: Json): void {
  const tokens = tokensOf(pointer);
  const last = tokens.pop()!;
  let here: { [key: string]: Json } | Json[] = body;
  for (const token of tokens) {
    const next: Json | undefined = Object.hasOwn(here, token) ? (here as { [key: string]: Json })[token] : undefined;
    if (typeof next === 'object' && next !== null) here = next;
    else here = define(here, token, {}) as { [key: string]: Json };
  }
  define(here, last, value);
}

/** `__proto__` is a field like any other. */
function define(target: object, key: string, value: Json): Json {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  return value;
}
