import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The command line's entry point. */
export const ERRORBOOK = fileURLToPath(new URL('../../src/cli/errorbook.mjs', import.meta.url));

/** How a process ended, and what it wrote. */
export interface Ended {
  status: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

/** A process with its end as a promise; `Ended` never rejects, whatever the status. */
export interface Running {
  child: ChildProcess;
  ended: Promise<Ended>;
}

/** Runs `errorbook` with arguments, as `npm run … --` does. */
export function errorbook(...args: string[]): Running {
  return node([ERRORBOOK, ...args], ROOT);
}

/** Runs a program of Node in a folder. */
export function node(args: string[], cwd: string): Running {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
  // the variables of the test runner would make Astro's tools believe that they are tests
  for (const name of ['NODE_ENV', 'NODE_TEST_CONTEXT', 'FORCE_COLOR', 'NODE_OPTIONS', 'VITEST']) {
    delete (env as NodeJS.ProcessEnv)[name];
  }
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status, signal) => resolve({ status, signal, out, err }));
  });
  return { child, ended };
}
