import type { Json } from '../../model/schema/field.ts';

/** The HTTP statuses that a value names, in its order; undefined for one that names none, or says more than that. */
export function statusesOf(value: Json): number[] | undefined {
  if (Array.isArray(value)) {
    const all = value.map(statusesOf);
    return all.every((it) => it !== undefined) ? [...new Set(all.flat())] : undefined;
  }
  if (typeof value === 'number') return isStatus(value) ? [value] : undefined;
  if (typeof value !== 'string') return undefined;
  const parts = value
    .trim()
    .replace(/^http\s*\/\s*[\d.]+\s*/i, '')
    .split(/\s*(?:[,;/|]|\bor\b|\band\b)\s*/i);
  const all = parts.map(statusIn);
  return all.every((it) => it !== undefined) ? [...new Set(all)] : undefined;
}

/** `404`, `HTTP 404`, `404 Not Found`; not `4xx`, which names a family. */
function statusIn(text: string): number | undefined {
  const [, digits = ''] =
    /^`?(?:http\s*)?(?:status\s*(?:code)?\s*)?:?\s*(\d{3})(?:[\s:-]+[A-Za-z][A-Za-z' -]*)?`?\.?$/i.exec(text) ?? [];
  return digits !== '' && isStatus(Number(digits)) ? Number(digits) : undefined;
}

/** A status code of HTTP (RFC 9110, section 15): 100 to 599. */
function isStatus(number: number): boolean {
  return Number.isInteger(number) && number >= 100 && number <= 599;
}
