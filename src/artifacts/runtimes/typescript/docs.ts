// begin left out
import { DOCS, type ErrorCode } from './sample.ts';
// end left out

/**
 * The address of a code's page, for known codes and others. The values of a response, such as a request id, go into
 * the fragment, which browsers send to no server; the page shows them. Don't include secrets: links get shared.
 */
export function docsUrl(
  code: ErrorCode,
  values: { readonly [name: string]: string | number | boolean | undefined } = {},
): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [formEncoded(name) + '=' + formEncoded(String(value))],
  );
  return DOCS + addressOf(code) + '/' + (pairs.length > 0 ? '#' + pairs.join('&') : '');
}

const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** Letters, digits, _, - and inner dots stay; every other byte becomes ~ and two hexadecimal digits. */
function addressOf(code: string): string {
  const safe = code.replace(/[^A-Za-z0-9_.-]|^\.|\.$/gu, tildes);
  return DEVICE.test(safe) ? tildes(safe.charAt(0)) + safe.slice(1) : safe;
}

function tildes(char: string): string {
  return bytesOf(char)
    .map((byte) => '~' + byte.toString(16).toUpperCase().padStart(2, '0'))
    .join('');
}

/** UTF-8, and the same scheme for half of a surrogate pair. */
function bytesOf(char: string): number[] {
  const point = char.codePointAt(0) ?? 0;
  if (point < 0x80) return [point];
  const rest = (shift: number): number => 0x80 | ((point >> shift) & 0x3f);
  if (point < 0x800) return [0xc0 | (point >> 6), rest(0)];
  if (point < 0x10000) return [0xe0 | (point >> 12), rest(6), rest(0)];
  return [0xf0 | (point >> 18), rest(12), rest(6), rest(0)];
}

/** As URLSearchParams writes it. */
function formEncoded(text: string): string {
  return encodeURIComponent(text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD'))
    .replace(/[!'()~]/g, (char) => '%' + char.charCodeAt(0).toString(16).toUpperCase())
    .replace(/%20/g, '+');
}
