import type { Path } from '../load/index.ts';

/** The first value that JSON can't hold. */
interface NotData {
  path: Path;
  /** Such as `/links/0` (RFC 6901); empty for the value itself. */
  pointer: string;
  /** Such as “a function”. */
  what: string;
}

/** Looks for what is no data in a value that a program made; undefined properties count as left out. */
export function notData(value: unknown, path: Path = [], above: readonly object[] = []): NotData | undefined {
  const found = (what: string) => ({ path, pointer: pointerOf(path), what });
  if (value === null || ['string', 'boolean'].includes(typeof value)) return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : found(String(value));
  if (typeof value !== 'object') return found(typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`);
  if (above.includes(value)) return found('an object that contains itself');
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== null && prototype !== Object.prototype)
    return found(`a ${value.constructor?.name ?? 'class'}`);
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined && !Array.isArray(value)) continue;
    const problem = notData(inner, [...path, Array.isArray(value) ? Number(key) : key], [...above, value]);
    if (problem) return problem;
  }
  return undefined;
}

/** A path as a JSON Pointer (RFC 6901). */
export function pointerOf(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
