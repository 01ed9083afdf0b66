const [PRIME_LOW, OFFSET_HIGH, OFFSET_LOW] = [0x1b3, 0xcbf29ce4, 0x84222325];

/**
 * FNV-1a with 64 bits over UTF-8, as sixteen hexadecimal digits. It finds accidents: any single byte that is another one
 * changes it, and other mistakes but for one in 2^64. It keeps no forger away; version control does.
 */
export function fnv1a(text: string): string {
  let [high, low] = [OFFSET_HIGH, OFFSET_LOW];
  for (const byte of new TextEncoder().encode(text)) {
    low = (low ^ byte) >>> 0;
    // times the prime 2^40 + 0x1b3, in two halves that stay exact as numbers
    const product = low * PRIME_LOW;
    high = (high * PRIME_LOW + Math.floor(product / 0x1_0000_0000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return hex(high) + hex(low);
}

function hex(half: number): string {
  return half.toString(16).padStart(8, '0');
}

/**
 * The checksum of a release: of its values in their order, however they are indented and whatever their line ends are,
 * and of the release before, so that one that was changed or exchanged is found too.
 */
export function checksumOf({ checksum: _own, ...rest }: Record<string, unknown>, previous: string): string {
  return fnv1a(`${previous}\n${JSON.stringify(rest)}`);
}
