import * as module from 'node:module';
import type { ProgramSource } from './compile.ts';

// The other process of `compile.ts`: it compiles what the one message asks for, and answers if that fails.
module.enableCompileCache();
// without the process that waits for the program, nobody needs it
process.once('disconnect', () => process.exit());
process.once('message', async ([source, folder]: [ProgramSource, string]) => {
  try {
    const { compileHere } = await import('./compile.ts');
    await compileHere(source, folder);
  } catch (error) {
    process.send?.(error);
  }
  process.disconnect();
});
