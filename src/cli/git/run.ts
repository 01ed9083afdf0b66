import { spawn } from 'node:child_process';
import { UsageError } from '../io.ts';

/** How a call of git ended; `out` is bytes, for names and contents are not always text. */
interface Ended {
  status: number;
  out: Buffer;
  err: string;
}

/** What a call is given beside its arguments. */
interface Given {
  /** Written to its standard input. */
  input?: string | undefined;
  env?: Record<string, string>;
}

/**
 * Runs git in a folder, without a shell, and returns how it ended, whatever the status.
 * Throws a {@link UsageError} where git is not installed.
 */
export function git(folder: string, args: readonly string[], { input, env }: Given = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { cwd: folder, env: { ...ambient(), ...env }, stdio: 'pipe' });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes));
    child.stderr.on('data', (bytes: Buffer) => err.push(bytes));
    child.on('error', (error) => reject(notStarted(error)));
    child.on('close', (status) =>
      resolve({ status: status ?? 1, out: Buffer.concat(out), err: Buffer.concat(err).toString().trim() }),
    );
    // a call that refuses its input ends with a status that says so
    child.stdin.on('error', () => {}).end(input ?? '');
  });
}

/** Runs git and returns what it printed, without the last line end. Throws a {@link UsageError} with git's own words where it fails. */
export async function gitText(folder: string, args: readonly string[], given?: Given): Promise<string> {
  const { status, out, err } = await git(folder, args, given);
  if (status !== 0) throw new UsageError(`git ${args[0]} failed in ${folder}: ${err || `status ${status}`}`);
  return out.toString().replace(/\r?\n$/, '');
}

/** The same where a failure only means that there is no answer. */
export async function gitAnswer(folder: string, args: readonly string[]): Promise<string | undefined> {
  const { status, out } = await git(folder, args);
  return status === 0 ? out.toString().replace(/\r?\n$/, '') : undefined;
}

/** Inside a hook, git names the hook's repository and index in variables; we name a folder. */
const OF_A_HOOK = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR', 'GIT_NAMESPACE'];

function ambient(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' };
  for (const name of OF_A_HOOK) delete env[name];
  return env;
}

function notStarted(error: NodeJS.ErrnoException): Error {
  if (error.code !== 'ENOENT') return error;
  return new UsageError("git isn't installed or isn't on the PATH; install it, or name a folder with --against DIR.");
}
