import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from './build.ts';
import type { Command } from './command.ts';
import { outFolder } from './configuration.ts';
import { EXIT } from './io.ts';
import { basePath, portOption } from './options.ts';
import { siteServer } from './site-server.ts';

const PORT = 4321;
/** How many ports are tried, one after the other, where none is named. */
const MOST_PORTS = 20;

export const start: Command = {
  summary: `Builds the site and serves it at http://localhost:${PORT}.`,
  options: [...build.options, 'port'],
  async run(options, io, argument, configuration) {
    const port = portOption(options, PORT);
    const status = await build.run(options, io, argument, configuration);
    if (status !== EXIT.done) return status;
    const base = basePath(options);
    const server = siteServer(outFolder(options, io, configuration), base);
    await listen(server, port, options.port === undefined ? MOST_PORTS : 1);
    const { port: taken } = server.address() as AddressInfo;
    io.out(`Serving the site at http://localhost:${taken}${base === '/' ? '' : base}`);
    await once(server, 'close');
    return EXIT.done;
  },
};

/** Listens on the first of some ports that is free; this machine alone may ask. */
async function listen(server: Server, port: number, ports: number): Promise<void> {
  try {
    server.listen(port, 'localhost');
    await once(server, 'listening');
  } catch (error) {
    if (ports <= 1 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    await listen(server, port + 1, ports - 1);
  }
}
