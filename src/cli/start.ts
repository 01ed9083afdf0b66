import { resolve } from 'node:path';
import { EVERYWHERE } from '../hosts/index.ts';
import { build } from './build.ts';
import type { Command } from './commands.ts';
import { siteConfig } from './config.ts';
import { EXIT } from './io.ts';
import { basePath, folderOption, portOption } from './options.ts';

const PORT = 4321;

export const start: Command = {
  summary: `Builds the site and serves it at http://localhost:${PORT}.`,
  options: { ...build.options, port: { type: 'string' } },
  async run(options, io) {
    const port = portOption(options, PORT);
    const status = await build.run(options, io);
    if (status !== EXIT.done) return status;
    const { preview } = await import('astro');
    const out = resolve(io.cwd, folderOption(options, 'out') ?? 'dist');
    const base = basePath(options);
    const server = await preview({
      ...siteConfig({ out, base }),
      configFile: false,
      // with `always`, a missing slash gets a page of Astro's and never the site's own page of unknown addresses
      trailingSlash: 'ignore',
      logLevel: 'warn',
      server: { port, headers: Object.fromEntries(EVERYWHERE) },
    });
    io.out(`Serving the site at http://localhost:${server.port}${base === '/' ? '' : base}`);
    await server.closed();
    return EXIT.done;
  },
};
