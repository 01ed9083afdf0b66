import { realpath } from 'node:fs/promises';
import { gitAnswer } from './run.ts';

/**
 * The path of a folder from the top of its git repository, with forward slashes and none at the end; empty for the top itself. Undefined
 * where the folder is missing or in no repository, and where git isn't installed.
 */
export async function pathInRepository(folder: string): Promise<string | undefined> {
  try {
    const prefix = await gitAnswer(await realpath(folder), ['rev-parse', '--show-prefix']);
    return prefix?.replace(/\/$/, '');
  } catch {
    return undefined;
  }
}
