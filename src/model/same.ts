/**
 * True where two values are the same as JSON, which is also equality in JSON Schema (2020-12, 4.2.2): the order of an object's
 * keys, and keys without a value, count for nothing.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  return Object.keys({ ...a, ...b }).every((key) => isSame(ownValue(a, key), ownValue(b, key)));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function ownValue(object: object, key: string): unknown {
  return Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined;
}
