import { fnv1a } from './fnv1a.ts';

/** Names that Windows keeps for devices, whatever their case. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * The part of an address that stands for a code, one to one: letters, digits, `_`, `-` and inner dots stay as they are,
 * everything else becomes `~` and two hexadecimal digits for each byte in UTF-8. It is a file name on every disk, and no
 * server or browser decodes it into something else, as they would `%2F`.
 */
export function addressOf(code: string): string {
  const safe = code.replace(/[^A-Za-z0-9_.-]|^\.|\.$/gu, encode);
  return DEVICE.test(safe) ? encode(safe[0]!) + safe.slice(1) : safe;
}

function encode(character: string): string {
  return Array.from(bytesOf(character), (byte) => `~${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

/** UTF-8; half of a surrogate pair, for which UTF-8 has no bytes, by the same scheme, so that no two codes share theirs. */
function bytesOf(character: string): Iterable<number> {
  if (character.isWellFormed()) return new TextEncoder().encode(character);
  const unit = character.charCodeAt(0);
  return [0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f)];
}

/** File names end at 255 bytes on common disks; some room is left for an extension. */
export const LONGEST_ADDRESS = 240;

/**
 * The same for a text whose length nothing limits, such as the name of a status: what is too long for a file name is cut, and
 * ends in a hash of the whole, so that two of them do not share an address.
 */
export function boundedAddressOf(text: string): string {
  const address = addressOf(text);
  if (address.length <= LONGEST_ADDRESS) return address;
  return `${address.slice(0, LONGEST_ADDRESS - 17)}-${fnv1a(text)}`;
}

/** What two codes have in common that share an address on some disk or server: case, URL encoding and Unicode's forms are put aside. */
export function foldedAddress(code: string): string {
  let decoded = code;
  try {
    decoded = decodeURIComponent(code);
  } catch {
    // a lone percent sign encodes nothing
  }
  return decoded.normalize('NFC').toLowerCase();
}
