import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServer } from '../../src/cli/mock-server.ts';
import { mockOf, type Registry } from '../../src/index.ts';
import { urlsUnder } from '../../src/site/urls.ts';

/** A running mock server, and every request that reached it. */
export interface Mock {
  /** Without a slash at the end. */
  url: string;
  requests: IncomingMessage[];
  close(): Promise<void>;
}

/** The mock server for a registry on a free port; pages stand at the root of a site whose address is not known. */
export async function startMock(registry: Registry): Promise<Mock> {
  const requests: IncomingMessage[] = [];
  const server = mockServer(mockOf(registry, urlsUnder('/').code));
  server.on('request', (request) => requests.push(request));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: async () => {
      server.close().closeAllConnections();
    },
  };
}
