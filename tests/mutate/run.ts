import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
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

/**
 * Runs files of tests in one process, with one mutant loaded, up to the first failure and for at most `limit` milliseconds. They fail
 * too if fewer than `expected` tests pass, because a file that throws after a top-level `await` ends without a word.
 */
export async function run(
  tests: readonly string[],
  mutant: LoadedMutant,
  place: Place,
  limit: number,
  expected: number,
): Promise<Outcome> {
  const { outcome, passed } = await runWith({ [MUTANT_VARIABLE]: JSON.stringify(mutant) }, tests, place, limit);
  return outcome === 'passed' && passed < expected ? 'failed' : outcome;
}

/**
 * Runs a file of tests as it is, for at most `limit` milliseconds, and returns how many of them passed, and what they ran of the
 * files with the URLs.
 */
export async function coverageOf(
  test: string,
  urls: ReadonlySet<string>,
  place: Place,
  limit: number,
): Promise<{ passed: number; coverage: Coverage } | 'failed' | 'timeout'> {
  const folder = mkdtempSync(join(place.temporary, 'coverage-'));
  const { outcome, passed } = await runWith({ [COVERAGE_VARIABLE]: folder }, [test], place, limit);
  return outcome === 'passed' ? { passed, coverage: coverageIn(folder, urls) } : outcome;
}

async function runWith(
  variables: Record<string, string>,
  tests: readonly string[],
  { cwd, temporary }: Place,
  limit: number,
): Promise<{ outcome: Outcome; passed: number }> {
  const { NODE_OPTIONS = '', UPDATE: _, NODE_TEST_CONTEXT: __, [COVERAGE_VARIABLE]: ___, ...env } = process.env;
  const report = join(temporary, 'passed.txt');
  const reporter = [`--test-reporter=${REPORTER}`, `--test-reporter-destination=${report}`];
  const args = ['--test', '--test-isolation=none', ...reporter, ...tests];
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
  const outcome = watch.late ? 'timeout' : status === 0 ? 'passed' : 'failed';
  return { outcome, passed: outcome === 'passed' ? Number(readFileSync(report, 'utf8')) : 0 };
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
