import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Runtimes } from '../index.ts';
import { TOOL } from './tool.ts';

const FOLDER = join(TOOL, 'src/artifacts/runtimes');

/** Reads the fixed part of the generated programs. Rejects with the error of the file system if a file can't be read. */
export async function readRuntimes(): Promise<Runtimes> {
  const entries = await readdir(FOLDER, { recursive: true, withFileTypes: true });
  const files = entries.filter((it) => it.isFile() && /\.(?:ts|py|go)$/.test(it.name));
  const texts = files.map(async ({ parentPath, name }) => {
    const file = join(parentPath, name);
    const text = await readFile(file, 'utf8');
    // a checkout on Windows may have other line ends
    return [relative(FOLDER, file).replaceAll(sep, '/'), text.replaceAll('\r\n', '\n')] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}
