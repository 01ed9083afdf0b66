import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { blockIn } from './docs.ts';
import { freePort } from './port.ts';
import { present } from './present.ts';
import { findProgram, linkUnder, type Program, served } from './program.ts';
import type { Served } from './serve.ts';

export const NGINX: Program = { name: 'nginx', variable: 'ERRORBOOK_NGINX', debian: 'nginx-light' };

/** The nginx that ERRORBOOK_NGINX names, else the machine's; undefined where there is none. */
export const findNginx = () => findProgram(NGINX);

/**
 * Serves a folder under a base path with nginx, by the server block of the documentation and the rules in the folder, as
 * `--host nginx` writes them.
 */
export async function serveWithNginx(site: string, base: string, work: string): Promise<Served> {
  const port = await freePort();
  const root = join(work, 'root');
  await mkdir(join(work, 'temporary'), { recursive: true });
  await linkUnder(root, base, site);
  // what the documentation tells its reader to change: the port, the folder, and the path where there is one
  const server = blockIn('src/docs/publishing.md', 'nginx')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('/srv/errors;', `${root};`)
    .replace('/srv/errors/', `${root}${base}`);
  const file = join(work, 'nginx.conf');
  await writeFile(file, wholeConfiguration(server, work));
  const child = spawn(present(findNginx()), ['-p', work, '-e', join(work, 'error.log'), '-c', file], { stdio: 'pipe' });
  return served(child, `http://127.0.0.1:${port}${base}`, 'SIGQUIT');
}

function wholeConfiguration(server: string, work: string): string {
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(work, 'temporary', name)};`,
  );
  return [
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    `daemon off; pid ${join(work, 'nginx.pid')}; error_log ${join(work, 'error.log')}; worker_processes 1;`,
    'events {}',
    `http { access_log off; ${folders.join(' ')}`,
    server,
    '}',
  ].join('\n');
}
