import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMALL } from './registry.ts';

/** Runs git in a folder, whatever the machine's own configuration says, and returns what it printed. */
export function git(folder: string, ...args: string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'protocol.file.allow=always'];
  return execFileSync('git', [...who, ...args], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' }).trim();
}

/** Commits everything in a repository and returns the commit. */
export function commitAll(folder: string, subject = 'A change'): string {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '-m', subject);
  return git(folder, 'rev-parse', 'HEAD');
}

/** Makes a repository with one commit on `main`: the small registry, in the folder `contracts` or another. */
export function smallRepository(folder: string, contracts = 'contracts'): string {
  git(folder, 'init', '--quiet', '-b', 'main');
  cpSync(SMALL, join(folder, contracts), { recursive: true });
  return commitAll(folder, 'The small registry');
}

/** Replaces a part of a file, which must have it. */
export function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not have ${from}`);
  writeFileSync(file, text.replace(from, to));
}
