import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { UsageError } from './io.ts';

/**
 * Listens on the first of some ports that is free, for this machine alone, and returns it; 0 takes any. Throws a {@link UsageError}
 * where all are in use, or this user may not listen there.
 */
export async function listen(server: Server, port: number, host = 'localhost', ports = 1): Promise<number> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE' && ports > 1) return listen(server, port + 1, host, ports - 1);
    if (code === 'EADDRINUSE')
      throw new UsageError(`Port ${port} is in use by another program; end that, or name another port with --port.`);
    if (code === 'EACCES')
      throw new UsageError(`This user may not listen on port ${port}; name one from 1024 with --port.`);
    throw error;
  }
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

/** Throws a {@link UsageError} where a port is in use, before something listens there that would take another one. */
export async function mustBeFree(port: number): Promise<void> {
  const server = createServer();
  await listen(server, port);
  server.close();
  await once(server, 'close');
}
