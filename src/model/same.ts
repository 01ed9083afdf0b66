/**
 * True where two values are the same as JSON, which is also equality in JSON Schema (2020-12, 4.2.2): the order of an object's
 * keys, and keys without a value, count for nothing.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((it, i) => isSame(it, b[i]));
  }
  return holds(a, b) && Object.keys(b).every((key) => ownValue(b, key) === undefined || ownValue(a, key) !== undefined);
}

function holds(a: object, b: object): boolean {
  return Object.keys(a).every((key) => isSame(ownValue(a, key), ownValue(b, key)));
}

function ownValue(object: object, key: string): unknown {
  return Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined;
}
