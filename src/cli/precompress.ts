import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { fileTypeOf } from '../hosts/index.ts';

/** A file of fewer bytes fits into one packet as it is. */
const WORTHWHILE = 1_400;

/** How many files are compressed at a time: as many as Node has threads for it. */
const AT_ONCE = 4;

const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

/**
 * Writes a `.br` (RFC 7932) and a `.gz` (RFC 1952) beside every file of a site that is text and long enough to gain
 * from it. The same file gives the same bytes.
 */
export async function precompress(folder: string, files: readonly string[]): Promise<void> {
  const waiting = files.filter((file) => fileTypeOf(file)?.compressible)[Symbol.iterator]();
  const work = async () => {
    for (const file of waiting) await compressOne(join(folder, file));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function compressOne(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < WORTHWHILE) return;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  for (const [ending, smaller] of [
    ['.br', await brotli(bytes, { params })],
    ['.gz', await gz(bytes, { level: constants.Z_BEST_COMPRESSION })],
  ] as const) {
    if (smaller.length < bytes.length) await writeFile(file + ending, smaller);
  }
}
