import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { UsageError } from './io.ts';

/** Stands in every output, so that a build never replaces a folder that it did not make. */
const MARK = '.errorbook';

/** A folder beside the output in which a build grows; the output itself stays as it is until {@link Beside.finish}. */
export interface Beside {
  folder: string;
  /** Puts the finished build in the output's place. */
  finish(): void;
}

/**
 * Prepares to build beside `out`. Whatever way the process ends before `finish`, the previous output is untouched
 * and the half-built folder is taken away.
 * Throws a {@link UsageError} where `out` holds files that no build made.
 */
export function besideOf(out: string): Beside {
  refuseForeign(out);
  removeLeftovers(out);
  const folder = `${out}.building-${process.pid}`;
  const clean = () => rmSync(folder, { recursive: true, force: true });
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
      swap(folder, out);
      process.off('exit', clean);
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
    },
  };
}

function refuseForeign(out: string): void {
  if (!existsSync(out) || existsSync(join(out, MARK)) || readdirSync(out).length === 0) return;
  throw new UsageError(
    `The folder ${out} holds files that no build made; name an empty folder with --out, or empty it first.`,
  );
}

/** Folders of builds that were killed before they could clean up. */
function removeLeftovers(out: string): void {
  const folder = dirname(out);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const [kind, pid] = name.startsWith(`${basename(out)}.`) ? name.slice(basename(out).length + 1).split('-') : [];
    if ((kind === 'building' || kind === 'previous') && pid && !isAlive(Number(pid)))
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

function swap(built: string, out: string): void {
  const previous = `${out}.previous-${process.pid}`;
  if (existsSync(out)) renameSync(out, previous);
  renameSync(built, out);
  rmSync(previous, { recursive: true, force: true });
}

/** True where one folder holds the other, or they are the same. */
export function overlap(a: string, b: string): boolean {
  const [first, second] = [resolve(a) + sep, resolve(b) + sep];
  return first.startsWith(second) || second.startsWith(first);
}
