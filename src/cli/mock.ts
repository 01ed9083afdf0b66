import { check, mockOf } from '../index.ts';
import { urlsUnder } from '../site/urls.ts';
import type { Command } from './command.ts';
import { readContracts } from './contracts.ts';
import { reportOf } from './format/report.ts';
import { formatText } from './format/text.ts';
import { EXIT } from './io.ts';
import { listen } from './listen.ts';
import { mockServer } from './mock-server.ts';
import { basePath, contractsFolder, portOption, siteAddress } from './options.ts';
import { MOCK_PORT } from './ports.ts';

export const mock: Command = {
  options: ['contracts', 'config', 'port', 'site', 'base'],
  async run(options, io) {
    const port = portOption(options, MOCK_PORT);
    const urls = urlsUnder(basePath(options), siteAddress(options));
    const folder = contractsFolder(options, io);
    const checked = check(await readContracts(folder.path));
    if (!checked.registry) {
      io.out(formatText(reportOf(checked, folder.shown), io.terminal.out));
      return EXIT.registryHasErrors;
    }
    const server = mockServer(mockOf(checked.registry, (api, code) => urls.absolute(urls.code(api, code))));
    // this machine alone: the server is for tests, and nobody else's to reach
    const taken = await listen(server, port, '127.0.0.1');
    io.out(`Serving error responses; http://localhost:${taken}/ lists all codes.`);
    await interrupted();
    server.close().closeAllConnections();
    return EXIT.done;
  },
};

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
