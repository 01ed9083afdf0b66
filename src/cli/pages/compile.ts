import { fork } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Parts, partsIn } from './parts.ts';

/** With these, the bundler takes 400 MB instead of 550, in the same time: little room for new objects, and free memory goes back to the system. */
const LESS_MEMORY = {
  node: ['--max-semi-space-size=4'],
  env: { MALLOC_ARENA_MAX: '1', MIMALLOC_PURGE_DELAY: '0' },
};

/**
 * Compiles the program that renders the pages of any site into a folder. In a process of its own, because the bundler gives nothing
 * back before its process ends. Rejects with whatever goes wrong.
 */
export async function compileProgram(folder: string): Promise<Parts> {
  const module = new URL(`compile-process${extname(import.meta.url)}`, import.meta.url);
  const child = fork(fileURLToPath(module), [folder], {
    serialization: 'advanced',
    execArgv: LESS_MEMORY.node,
    env: { ...LESS_MEMORY.env, ...process.env },
  });
  let failure: unknown;
  child.on('message', (error) => {
    failure = error;
  });
  const [status, signal] = await once(child, 'exit');
  if (failure !== undefined) throw failure;
  if (status !== 0) throw new Error(`The process that compiles the pages has ended with ${status ?? signal}.`);
  return partsIn(folder);
}
