import { relative, resolve } from 'node:path';
import { isWithin } from './output/real-path.ts';

/** What is known of the start of a command: the process's own folder and what npm says in its environment. */
interface Start {
  /** The folder of the process. */
  cwd: string;
  /** The command, as on the command line. */
  command: string | undefined;
  /** The folder of Errorbook itself. */
  tool: string;
  env: Readonly<Record<string, string | undefined>>;
}

/**
 * The folder in which the user stands, to which paths are relative: that of the process, with one exception. npm runs
 * the scripts of a clone in the clone, also for `npm --prefix ../errorbook run check`. There it is the folder in which
 * npm was called; inside the clone, it stays the clone, as for every script of npm.
 */
export function standing({ cwd, command, tool, env }: Start): string {
  const { INIT_CWD: called, npm_lifecycle_event: script } = env;
  if (!called || script === undefined || script !== command) return cwd;
  return relative(resolve(cwd), resolve(tool)) === '' && !isWithin(called, tool) ? called : cwd;
}
