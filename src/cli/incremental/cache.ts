import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { realOf } from '../output/real-path.ts';
import { workFolder } from '../work-folder.ts';

/**
 * The folder of what builds keep for the next ones, beside what Astro itself keeps. Undefined if it can't be used: because it
 * can't be written, or because another user has made it and could put a program there.
 */
export function cacheFolder(): string | undefined {
  const cache = join(workFolder(), '.astro', 'kept');
  return attempted(() => {
    mkdirSync(cache, { recursive: true, mode: 0o700 });
    const { uid } = lstatSync(cache);
    return process.getuid === undefined || process.getuid() === uid ? cache : undefined;
  });
}

/** The folder of what is kept about an output. */
export function outputFolder(cache: string, out: string): string {
  return join(cache, 'outputs', createHash('sha256').update(realOf(out)).digest('hex').slice(0, 32));
}

/** Does something that only saves work later: what the system refuses, such as more space, is no reason to stop. */
export function attempted<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return undefined;
  }
}
