import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What one run of the program took. */
export interface Run {
  seconds: number;
  /** Processor time of the program: unlike the clock it hardly changes with what else the machine does. */
  cpuSeconds: number;
  /** The most memory that the program and what it starts held at one moment. */
  peakBytes: number;
}

/** A run that did not end well, with what the program wrote. */
export class RunError extends Error {}

/** The folder that npm's scripts run programs in, and there the program that users have: compiled as for the package. */
const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const PROGRAM = join(PROJECT, 'lib/cli/errorbook.mjs');
const SAMPLE_MS = 50;

/**
 * Makes the program write what it used to the fourth stream as it ends: as getrusage counts it (microseconds, KiB), and what the
 * system says of it, where it does, with the time of the processes that it has started (proc_pid_stat(5)).
 */
const REPORT_USE = `data:text/javascript,${encodeURIComponent(
  "import { readFileSync, writeSync } from 'node:fs';" +
    "import { isMainThread } from 'node:worker_threads';" +
    "const stat = () => { try { return readFileSync('/proc/self/stat', 'utf8'); } catch { return ''; } };" +
    'const use = () => JSON.stringify({ ...process.resourceUsage(), stat: stat() });' +
    // threads of the program begin with the same module, and count as part of it
    "if (isMainThread) process.on('exit', () => { try { writeSync(3, use()); } catch {} });",
)}`;

/** Runs the program in a process of its own; rejects with a {@link RunError} where it fails or is not compiled. */
export async function runProgram(args: string[]): Promise<Run> {
  if (!existsSync(PROGRAM))
    throw new RunError('What is measured is the compiled program: run `npm run compile` first.');
  return runNode([PROGRAM, ...args]);
}

/** Runs another program of Node in the same way. */
export function runNode(args: string[]): Promise<Run> {
  return run(process.execPath, ['--import', REPORT_USE, ...args], PROJECT);
}

/** Runs a program in a folder. What it used is only known of programs that report it, as {@link runNode} lets them. */
export function run(file: string, args: string[], cwd: string): Promise<Run> {
  return new Promise((done, failed) => {
    const started = performance.now();
    const child = spawn(file, args, { cwd, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    const stop = () => child.kill();
    process.once('exit', stop);
    let written = '';
    let used = '';
    let sampled = 0;
    child.stdout!.on('data', (part) => (written += part));
    child.stderr!.on('data', (part) => (written += part));
    child.stdio[3]!.on('data', (part) => (used += part));
    const timer = setInterval(() => (sampled = Math.max(sampled, treeBytes(child.pid!))), SAMPLE_MS);
    let seconds = 0;
    child.once('exit', () => {
      seconds = (performance.now() - started) / 1000;
      clearInterval(timer);
      process.off('exit', stop);
    });
    child.once('error', failed);
    child.once('close', (status) => {
      if (status === 0) done({ seconds, ...useOf(used, sampled) });
      else
        failed(new RunError(`\`${[file, ...args].join(' ')}\` ended with status ${status}:\n${written.slice(-4000)}`));
    });
  });
}

function useOf(report: string, sampledBytes: number): Omit<Run, 'seconds'> {
  if (report === '') return { cpuSeconds: 0, peakBytes: sampledBytes };
  const use: NodeJS.ResourceUsage & { stat: string } = JSON.parse(report);
  return {
    cpuSeconds: (use.userCPUTime + use.systemCPUTime) / 1e6 + childSeconds(use.stat),
    peakBytes: Math.max(sampledBytes, use.maxRSS * 1024),
  };
}

/** The processor time of the processes that have ended below one, from what the system says of it: hundredths of seconds. */
function childSeconds(stat: string): number {
  // the name, in parentheses, may hold spaces; what follows begins with the third field
  const [user = 0, system = 0] = stat
    .replace(/^.*\) /s, '')
    .split(' ')
    .slice(13, 15)
    .map(Number);
  return (user + system) / 100;
}

/** The memory of a process and all below it, now; 0 where the system doesn't tell (it does on Linux). */
function treeBytes(pid: number): number {
  try {
    const kib = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return children.reduce((sum, child) => sum + treeBytes(child), kib * 1024);
  } catch {
    // the process ended while it was looked at
    return 0;
  }
}
