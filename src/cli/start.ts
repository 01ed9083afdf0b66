import { once } from 'node:events';
import { build } from './build.ts';
import type { Command } from './command.ts';
import { outFolder } from './configuration.ts';
import { EXIT } from './io.ts';
import { listen, mustBeFree } from './listen.ts';
import { basePath, portOption } from './options.ts';
import { SITE_PORT } from './ports.ts';
import { siteServer } from './site-server.ts';

/** How many ports are tried, one after the other, where none is named. */
const MOST_PORTS = 20;

export const start: Command = {
  options: [...build.options.filter((name) => name !== 'shard'), 'port'],
  async run(options, io, argument, configuration) {
    const port = portOption(options, SITE_PORT);
    if (options.port !== undefined) await mustBeFree(port);
    const status = await build.run(options, io, argument, configuration);
    if (status !== EXIT.done) return status;
    const base = basePath(options);
    const server = siteServer(outFolder(options, io, configuration), base);
    const taken = await listen(server, port, 'localhost', options.port === undefined ? MOST_PORTS : 1);
    io.out(`Serving the site at http://localhost:${taken}${base === '/' ? '' : base}`);
    await once(server, 'close');
    return EXIT.done;
  },
};
