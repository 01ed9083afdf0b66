import type { Json } from '../schema/field.ts';

/** The reference tokens of a JSON Pointer (RFC 6901 section 4), unescaped. */
export function tokensOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer to a member or item below another pointer. */
export function below(pointer: string, token: string | number): string {
  return `${pointer}/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Puts a value into a body, making the objects on the way; a step that meets something else replaces it. */
export function put(body: { [key: string]: Json }, pointer: string, value: Json): void {
  const tokens = tokensOf(pointer);
  const last = tokens.pop()!;
  let here: { [key: string]: Json } | Json[] = body;
  for (const token of tokens) {
    // an own key only: by `__proto__` a pointer would otherwise reach every object of the program
    const next: Json | undefined = Object.hasOwn(here, token) ? (here as { [key: string]: Json })[token] : undefined;
    if (typeof next === 'object' && next !== null) here = next;
    else here = define(here, token, {}) as { [key: string]: Json };
  }
  define(here, last, value);
}

/** `__proto__` is a field like any other, which takes longer to write. */
function define(target: { [key: string]: Json } | Json[], key: string, value: Json): Json {
  if (key !== '__proto__' && !Array.isArray(target)) {
    target[key] = value;
    return value;
  }
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  return value;
}

/** The value at a JSON Pointer; only what the body itself holds, nothing that it inherits. */
export function valueAt(body: unknown, pointer: string): Json | undefined {
  let here = body;
  for (const token of tokensOf(pointer)) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, token)) return undefined;
    here = (here as Record<string, unknown>)[token];
  }
  return here as Json | undefined;
}
