import type { Command } from './commands.ts';
import { siteConfig } from './config.ts';
import { EXIT } from './io.ts';
import { contractsFolder, portOption } from './options.ts';

export const dev: Command = {
  summary: 'Serves the site while you edit; what is wrong shows in the page, and goes when it is mended.',
  options: { contracts: { type: 'string' }, port: { type: 'string' } },
  async run(options, io) {
    const folder = contractsFolder(options, io);
    process.env.ASTRO_TELEMETRY_DISABLED = '1';
    const astro = await import('astro');
    const config = siteConfig({ contracts: folder.path, shown: folder.shown });
    const server = await astro.dev({ ...config, configFile: false, server: { port: portOption(options, 4321) } });
    await new Promise<void>((stopped) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped());
    });
    await server.stop();
    return EXIT.done;
  },
};
