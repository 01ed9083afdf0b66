import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Step } from '../../init/index.ts';
import { UsageError } from '../io.ts';
import { reasonOf, writeWhole } from '../output/write-whole.ts';

/**
 * Writes what a plan says, below a folder. A file that is to be created and has appeared meanwhile is not overwritten. If the
 * system refuses something, all is as it was before; throws a {@link UsageError} then.
 */
export async function writeSteps(folder: string, steps: readonly Step[]): Promise<void> {
  const undo: (() => void)[] = [];
  try {
    for (const step of steps) {
      if (step.action === 'create') undo.push(createFile(folder, step));
      if (step.action === 'extend') undo.push(await extendFile(folder, step));
    }
  } catch (error) {
    for (const back of undo.reverse()) back();
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new UsageError(`The files couldn't be written (${reasonOf(error)}); nothing was changed.`);
  }
}

async function extendFile(folder: string, { path, text = '' }: Step): Promise<() => void> {
  const file = join(folder, path);
  const before = readFileSync(file);
  await writeWhole(file, text);
  return () => writeFileSync(file, before);
}

/** Creates a file and the folders above it; the result removes them again. */
function createFile(folder: string, { path, text = '', isExecutable = false }: Step): () => void {
  const file = join(folder, path);
  const top = mkdirSync(dirname(file), { recursive: true });
  const remove = () => rmSync(top ?? file, { recursive: true, force: true });
  try {
    writeFileSync(file, text, { flag: 'wx' });
    if (isExecutable) chmodSync(file, 0o755);
  } catch (error) {
    if (top !== undefined) remove();
    throw error;
  }
  return remove;
}
