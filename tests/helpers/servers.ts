import { CADDY, findCaddy, serveWithCaddy } from './caddy.ts';
import { findNginx, NGINX, serveWithNginx } from './nginx.ts';
import { ensureProgram } from './program.ts';
import type { Served } from './serve.ts';

type Serve = (site: string, base: string, work: string) => Promise<Served>;

/** The web servers of this machine, by the names that `--host` takes. */
export const SERVERS: Readonly<Record<string, Serve>> = {
  ...(findNginx() && { nginx: serveWithNginx }),
  ...(findCaddy() && { caddy: serveWithCaddy }),
};

if (import.meta.main) for (const program of [NGINX, CADDY]) ensureProgram(program);
