const PRIME = 0x1b3;

/**
 * FNV-1a with 64 bits over UTF-8, as sixteen hexadecimal digits. It finds accidents: any single byte that is another one
 * changes it, and other mistakes but for one in 2^64. It keeps no forger away; version control does.
 */
export function fnv1a(text: string): string {
  let [high, low] = [0xcbf29ce4 | 0, 0x84222325 | 0];
  for (const byte of new TextEncoder().encode(text)) {
    low ^= byte;
    // times 2^40 + 0x1b3, in parts so small that they stay whole numbers of 32 bits, which are fast
    const right = (low & 0xffff) * PRIME;
    const left = (low >>> 16) * PRIME + (right >>> 16);
    high = (Math.imul(high, PRIME) + (left >>> 16) + (low << 8)) | 0;
    low = (left << 16) | (right & 0xffff);
  }
  return hex(high) + hex(low);
}

function hex(half: number): string {
  return (half >>> 0).toString(16).padStart(8, '0');
}
