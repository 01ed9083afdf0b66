import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from './real-path.ts';

/**
 * Writes thousands of new files into a folder that is not the output yet: a file by its path in there, and folders where they are
 * missing. Each write is over when the call returns, which takes half the time of a promise per file. Throws the error of the
 * file system.
 */
export function writerOfNewFiles(folder: string): (path: string, content: string | Uint8Array) => void {
  const made = new Set<string>();
  return (path, content) => {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) makeFolder(parent);
    made.add(parent);
    writeFileSync(file, content);
  };
}
