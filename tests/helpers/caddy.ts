import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { blockIn } from './docs.ts';
import { freePort } from './port.ts';
import { present } from './present.ts';
import { findProgram, linkUnder, type Program, served } from './program.ts';
import type { Served } from './serve.ts';

export const CADDY: Program = { name: 'caddy', variable: 'ERRORBOOK_CADDY', debian: 'caddy' };

/** The Caddy that ERRORBOOK_CADDY names, else the machine's; undefined where there is none. */
export const findCaddy = () => findProgram(CADDY);

/**
 * Serves a folder under a base path with Caddy, by the site block of the documentation and the rules in the folder, as
 * `--host caddy` writes them.
 */
export async function serveWithCaddy(site: string, base: string, work: string): Promise<Served> {
  const port = await freePort();
  const root = join(work, 'root');
  await mkdir(work, { recursive: true });
  await linkUnder(root, base, site);
  // what the documentation tells its reader to change: the address, the folder, and the path where there is one
  const block = blockIn('src/docs/publishing.md', 'caddyfile')
    .replace('errors.example.com {', `http://127.0.0.1:${port} {\n  bind 127.0.0.1`)
    .replace('/srv/errors\n', `${root}\n`)
    .replace('/srv/errors/', `${root}${base}`);
  const file = join(work, 'Caddyfile');
  await writeFile(file, `{\n  admin off\n}\n${block}`);
  const env = { ...process.env, HOME: work, XDG_CONFIG_HOME: work, XDG_DATA_HOME: work };
  const child = spawn(present(findCaddy()), ['run', '--config', file, '--adapter', 'caddyfile'], {
    stdio: 'pipe',
    env,
  });
  return served(child, `http://127.0.0.1:${port}${base}`, 'SIGTERM');
}
