import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { COVERAGE_VARIABLE, type Coverage, coverageIn } from './coverage.ts';
import { type LoadedMutant, MUTANT_VARIABLE } from './mutant.ts';

/** How the tests ended: they passed, one failed, or they took longer than the limit. */
export type Outcome = 'passed' | 'failed' | 'timeout';

/** Where tests run. */
export interface Place {
  /** The folder that they run in. */
  cwd: string;
  /** A folder for what they write. */
  temporary: string;
}

const HOOK = pathToFileURL(`${import.meta.dirname}/hook.ts`).href;
const REPORTER = pathToFileURL(`${import.meta.dirname}/first-failure.ts`).href;

let running: ChildProcess | undefined;

/** Runs files of tests in one process, with one mutant loaded, up to the first failure and for at most `limit` milliseconds. */
export function run(tests: readonly string[], mutant: LoadedMutant, place: Place, limit: number): Promise<Outcome> {
  return runWith({ [MUTANT_VARIABLE]: JSON.stringify(mutant) }, tests, place, limit);
}

/** Runs a file of tests as it is, for at most `limit` milliseconds, and returns what it ran of the files with the URLs. */
export async function coverageOf(
  test: string,
  urls: ReadonlySet<string>,
  place: Place,
  limit: number,
): Promise<Coverage | 'failed' | 'timeout'> {
  const folder = mkdtempSync(join(place.temporary, 'coverage-'));
  const outcome = await runWith({ [COVERAGE_VARIABLE]: folder }, [test], place, limit);
  return outcome === 'passed' ? coverageIn(folder, urls) : outcome;
}

async function runWith(
  variables: Record<string, string>,
  tests: readonly string[],
  { cwd, temporary }: Place,
  limit: number,
): Promise<Outcome> {
  const { NODE_OPTIONS = '', UPDATE: _, NODE_TEST_CONTEXT: __, [COVERAGE_VARIABLE]: ___, ...env } = process.env;
  const args = ['--test', '--test-isolation=none', `--test-reporter=${REPORTER}`, ...tests];
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: 'ignore',
    // a group of its own, so that what the tests started ends with them
    detached: process.platform !== 'win32',
    env: {
      ...env,
      ...{ TMPDIR: temporary, TEMP: temporary, TMP: temporary },
      NODE_OPTIONS: `${NODE_OPTIONS} --import=${HOOK}`.trim(),
      ...variables,
    },
  });
  running = child;
  const watch = { late: false };
  const timer = setTimeout(() => {
    watch.late = true;
    stop();
  }, limit);
  const [status] = await once(child, 'close');
  clearTimeout(timer);
  running = undefined;
  if (watch.late) return 'timeout';
  return status === 0 ? 'passed' : 'failed';
}

/** Ends the tests that are running, if there are any, with all that they started. */
export function stop(): void {
  if (running?.pid === undefined) return;
  try {
    if (process.platform === 'win32') running.kill('SIGKILL');
    else process.kill(-running.pid, 'SIGKILL');
  } catch {
    // they ended a moment ago
  }
}
