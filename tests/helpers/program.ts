import { type ChildProcess, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import type { Served } from './serve.ts';

/** A web server that the tests try where the machine has it: how it is found, and what Debian calls it. */
export interface Program {
  name: string;
  /** The variable that names another one. */
  variable: string;
  debian: string;
}

const USUAL_PLACES = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/** The program that the variable names, else the machine's; undefined where there is none. */
export function findProgram({ name, variable }: Program): string | undefined {
  const named = process.env[variable];
  if (named) return named;
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...USUAL_PLACES];
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/**
 * Finds the program or installs Debian's, and says so. A reader's machine may do without: there the same tests run on the
 * other servers alone, and say so; where CI is set, every server is tried.
 */
export function ensureProgram(program: Program): void {
  if (findProgram(program)) return;
  const { name, variable, debian } = program;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`No ${name} found for the tests. Installing ${debian} with apt-get …`);
    const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    execFileSync('apt-get', ['update'], options);
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', debian], options);
  }
  if (findProgram(program)) return;
  if (process.env.CI) throw new Error(`The tests need ${name} here; install it, or name one with ${variable}.`);
  console.log(`No ${name} found, so its configuration is not tried; ${variable} names one.`);
}

/** A folder whose path below `root` is the base path, by a link. */
export async function linkUnder(root: string, base: string, site: string): Promise<void> {
  const place = join(root, base).replace(/\/$/, '');
  await mkdir(dirname(place), { recursive: true });
  await rm(place, { recursive: true, force: true });
  await symlink(site, place, 'dir');
}

/** A server that was started, once it answers at `url`; `signal` ends it. Rejects with what it said where it ends before. */
export async function served(child: ChildProcess, url: string, signal: NodeJS.Signals): Promise<Served> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => {
      said += text;
    });
  }
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  for (let tries = 0; tries < 400; tries++) {
    if (child.exitCode !== null) throw new Error(`The server did not start:\n${said}`);
    const status = await fetch(url).then(
      (response) => response.status,
      () => undefined,
    );
    if (status === 200)
      return {
        url,
        close: () => {
          child.kill(signal);
          return ended;
        },
      };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`Nothing answers at ${url}:\n${said}`);
}
