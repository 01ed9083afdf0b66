import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** No command takes this long, so what is older was left by one that was killed. */
const A_DAY_MS = 24 * 60 * 60 * 1000;

/** A name that no other process uses, on this machine or on another that shares the disk: `{prefix}{place}-{pid}-{random}`. */
export function temporaryName(prefix: string): string {
  return `${prefix}${place()}-${process.pid}-${randomBytes(6).toString('hex')}`;
}

/** The names in a folder that were made with {@link temporaryName}, by this process or any other; none if it is missing. */
export function temporaryNames(folder: string, prefix: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}

/** Removes what commands left behind that were killed. What can't be removed stays: that is no reason to stop. */
export function removeLeftovers(folder: string, prefix: string): void {
  for (const name of temporaryNames(folder, prefix)) {
    if (isLeftover(folder, name, prefix)) removeIfPossible(join(folder, name));
  }
}

/** Removes a file or a folder with all that is in it, or leaves it to the next command. */
export function removeIfPossible(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // no reason to stop
  }
}

/**
 * True for a temporary name whose command was killed. A process id says something only where it was given: containers that share a disk all begin with 1. So a command that
 * ran elsewhere is taken for alive until its day is over.
 */
export function isLeftover(folder: string, name: string, prefix: string): boolean {
  const made = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs;
  if (made === undefined) return false;
  if (Date.now() - made > A_DAY_MS) return true;
  const [where, pid] = name.slice(prefix.length).split('-');
  if (where !== place() || !pid || !/^\d+$/.test(pid)) return false;
  // an id is given again: what is older than this process isn't its own
  if (Number(pid) === process.pid) return made < Date.now() - process.uptime() * 1000 - 1000;
  return !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Where process ids mean the same: one machine since it was started, and on Linux one container. */
function place(): string {
  const parts = [
    hostname(),
    orNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
    orNothing(() => readlinkSync('/proc/self/ns/pid')),
  ];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
}

function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
