import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { listen } from '../../src/cli/listen.ts';
import { runIn } from '../helpers/fixture.ts';
import { SMALL } from '../helpers/registry.ts';
import { inTemporaryFolder } from '../helpers/temporary.ts';

/** Runs a test while another program has a port of both addresses of this machine. */
async function whileBusy(work: (port: number) => Promise<void>): Promise<void> {
  const [one, other] = [createServer(), createServer()];
  one.listen(0, 'localhost');
  await once(one, 'listening');
  const { port } = one.address() as AddressInfo;
  // on many machines `localhost` has an address of IPv6, and `mock` listens on that of IPv4
  other.on('error', () => {}).listen(port, '127.0.0.1');
  try {
    await work(port);
  } finally {
    for (const server of [one, other]) server.close();
  }
}

for (const command of ['start', 'dev', 'mock']) {
  test(`${command} says in one sentence that its port is in use`, () =>
    inTemporaryFolder((folder) =>
      whileBusy(async (port) => {
        const outcome = await runIn(folder, [
          command,
          '--contracts',
          SMALL,
          '--port',
          String(port),
          ...(command === 'start' ? ['--out', folder] : []),
        ]);
        assert.deepEqual(
          [outcome.status, outcome.err],
          [2, `Port ${port} is in use by another program; end that, or name another port with --port.`],
        );
      }),
    ));
}

test('the next free port is taken where none is named', () =>
  whileBusy(async (port) => {
    const server = createServer();
    const taken = await listen(server, port, 'localhost', 20);
    server.close();
    assert.ok(taken > port && taken < port + 20);
  }));
