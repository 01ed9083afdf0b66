import type { Command } from './command.ts';
import { siteConfig } from './config.ts';
import { DEV_LOG } from './dev-log.ts';
import { mustBeFree } from './listen.ts';
import { contractsFolder, portOption } from './options.ts';

export const dev: Command = {
  summary: 'Serves the site while you edit; problems show in the page until they are fixed.',
  options: ['contracts', 'port'],
  async run(options, io) {
    const folder = contractsFolder(options, io);
    const port = portOption(options, 4321);
    // left alone, Astro would take the next one
    if (options.port !== undefined) await mustBeFree(port);
    process.env.ASTRO_TELEMETRY_DISABLED = '1';
    const astro = await import('astro');
    const config = siteConfig({ contracts: folder.path, shown: folder.shown });
    await astro.dev({
      ...config,
      configFile: false,
      logger: { entrypoint: DEV_LOG },
      server: { port },
    });
    // the server runs until the process is interrupted
    return new Promise<never>(() => {});
  },
};
