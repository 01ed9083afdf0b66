import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { UsageError } from './io.ts';

/** Stands in every output, so that a build never replaces a folder that it did not make. */
const MARK = '.errorbook';

/** A folder in which a build grows; the output itself stays as it is until {@link Growing.finish}. */
export interface Growing {
  folder: string;
  /** Puts the finished build in the output's place. */
  finish(): void;
}

/**
 * Prepares a build that will stand at `out`. It grows below the project, for Astro resolves packages from there.
 * Whatever way the process ends before `finish`, the previous output is untouched and the half-built folder is gone.
 */
export function growFor(out: string, project: string): Growing {
  const folder = join(project, '.astro', `building-${process.pid}`);
  const staging = `${out}.building-${process.pid}`;
  mkdirSync(dirname(out), { recursive: true });
  removeLeftovers(join(project, '.astro'), '');
  removeLeftovers(dirname(out), `${basename(out)}.`);
  const clean = () => {
    for (const half of [folder, staging]) rmSync(half, { recursive: true, force: true });
  };
  const interrupted = (signal: NodeJS.Signals) => {
    clean();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('exit', clean);
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  return {
    folder,
    finish() {
      writeFileSync(join(folder, MARK), 'This folder was built by Errorbook; the next build replaces it.\n');
      move(folder, staging);
      swap(staging, out);
      process.off('exit', clean);
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
    },
  };
}

/**
 * Throws a {@link UsageError} where a build into `out` would cost something: the registry itself, or files that no
 * build made.
 */
export function refuseOutput(out: string, contracts: string): void {
  if (overlap(out, contracts)) {
    throw new UsageError(`The output ${out} and the registry ${contracts} overlap; name another folder with --out.`);
  }
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory()) throw new UsageError(`${out} is a file; name a folder with --out.`);
  if (existsSync(join(out, MARK)) || readdirSync(out).length === 0) return;
  throw new UsageError(
    `The folder ${out} holds files that no build made; name an empty folder with --out, or empty it first.`,
  );
}

/** Folders of builds that were killed before they could clean up: `building-<process>`, behind the prefix. */
function removeLeftovers(folder: string, prefix: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const [kind, pid] = name.startsWith(prefix) ? name.slice(prefix.length).split('-') : [];
    const ours = kind === 'building' || (kind === 'previous' && prefix !== '');
    if (ours && pid && /^\d+$/.test(pid) && !isAlive(Number(pid)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Moves a folder; to another device, where renaming does not reach, by copying. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true, force: true });
  }
}

function swap(built: string, out: string): void {
  const previous = `${out}.previous-${process.pid}`;
  if (existsSync(out)) renameSync(out, previous);
  renameSync(built, out);
  rmSync(previous, { recursive: true, force: true });
}

/** True where one folder holds the other, or they are the same. */
function overlap(a: string, b: string): boolean {
  const [first, second] = [a, b].map((folder) => resolve(folder).replace(/[\\/]?$/, sep)) as [string, string];
  return first.startsWith(second) || second.startsWith(first);
}
