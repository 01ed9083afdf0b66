import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { ROOT } from './command.ts';
import { freePort } from './port.ts';
import type { Served } from './serve.ts';

const USUAL_PLACES = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'];

/** The nginx that ERRORBOOK_NGINX names, else the machine's; undefined where there is none. */
export function findNginx(): string | undefined {
  const named = process.env.ERRORBOOK_NGINX;
  if (named) return named;
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'nginx'));
  return [...onPath, ...USUAL_PLACES].find((file) => existsSync(file));
}

/**
 * Finds nginx or installs Debian's, and says so. A reader's machine may do without: there the same tests run on our own
 * servers alone, and say so; where CI is set, every server is tried.
 */
function ensureNginx(): void {
  if (findNginx()) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No nginx found for the tests. Installing nginx-light with apt-get …');
    const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    execFileSync('apt-get', ['update'], options);
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'nginx-light'], options);
  }
  if (findNginx()) return;
  if (process.env.CI) throw new Error('The tests need nginx here; install it, or name one with ERRORBOOK_NGINX.');
  console.log("No nginx found, so the README's configuration of it is not tried; ERRORBOOK_NGINX names one.");
}

/** Serves a folder under a base path with nginx and the configuration that the README gives. */
export async function serveWithNginx(site: string, base: string, work: string): Promise<Served> {
  const port = await freePort();
  // nginx looks for a site below a path in a folder of that name
  const root = join(work, 'root');
  await mkdir(join(work, 'temporary'), { recursive: true });
  await mkdir(root, { recursive: true });
  await linkTo(site, join(root, base));
  const file = join(work, 'nginx.conf');
  await writeFile(file, wholeConfiguration(adapted(await serverInReadme(), base, root, port), work));
  const child = spawn(findNginx()!, ['-p', work, '-e', join(work, 'error.log'), '-c', file], { stdio: 'pipe' });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const url = `http://127.0.0.1:${port}${base}`;
  await answering(url, () => (child.exitCode === null ? undefined : said));
  return {
    url,
    close: () => {
      child.kill('SIGQUIT');
      return ended;
    },
  };
}

/** The server block of the README, to the letter. */
async function serverInReadme(): Promise<string> {
  const found = /```nginx\n(.*?)```/s.exec(await readFile(join(ROOT, 'README.md'), 'utf8'))?.[1];
  if (!found) throw new Error('The README gives no configuration for nginx.');
  return found;
}

/** What the README tells its reader to change: the port, the folder, and the path where there is one. */
function adapted(server: string, base: string, root: string, port: number): string {
  return server
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('/srv/errors;', `${root};`)
    .replace('error_page 404 /404.html', `error_page 404 ${base}404.html`)
    .replace('location /assets/', `location ${base}assets/`);
}

function wholeConfiguration(server: string, work: string): string {
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(work, 'temporary', name)};`,
  );
  return [
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    `daemon off; pid ${join(work, 'nginx.pid')}; error_log ${join(work, 'error.log')}; worker_processes 1;`,
    'events {}',
    `http { access_log off; types { ${TYPES} } ${folders.join(' ')}`,
    server,
    '}',
  ].join('\n');
}

/** As in the mime.types that every nginx brings; where that lies differs between systems. */
const TYPES =
  'text/html html; text/css css; application/javascript js; application/json json; application/xml xml; image/png png;';

async function linkTo(site: string, place: string): Promise<void> {
  const path = place.replace(/\/$/, '');
  await rm(path, { recursive: true, force: true });
  await symlink(site, path, 'dir');
}

async function answering(url: string, failed: () => string | undefined): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const said = failed();
    if (said !== undefined) throw new Error(`nginx did not start:\n${said}`);
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nginx does not answer at ${url}.`);
}

if (import.meta.main) ensureNginx();
