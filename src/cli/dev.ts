import type { Command } from './command.ts';
import { readConfiguration } from './configuration.ts';
import type { Configuration } from './configuration-file.ts';
import { DEV_LOG } from './dev-log.ts';
import type { Options } from './flags.ts';
import { type Io, UsageError } from './io.ts';
import { mustBeFree } from './listen.ts';
import { basePath, contractsFolder, portOption, siteAddress } from './options.ts';
import { SITE_PORT } from './ports.ts';
import type { SettingsSource } from './registry-plugin.ts';
import { filesOf, siteSettings } from './site-settings.ts';

export const dev: Command = {
  options: ['contracts', 'config', 'port'],
  async run(options, io, _argument, configuration) {
    const folder = contractsFolder(options, io);
    const port = portOption(options, SITE_PORT);
    // left alone, Astro would take the next one
    if (options.port !== undefined) await mustBeFree(port);
    const settings = await settingsSource(options, io, configuration, folder.path);
    process.env.ASTRO_TELEMETRY_DISABLED = '1';
    // other commands do without these packages
    const [astro, { siteConfig }] = await Promise.all([import('astro'), import('./config.ts')]);
    const place = { contracts: folder.path, shown: folder.shown, site: siteAddress(options), base: basePath(options) };
    const config = siteConfig({ ...place, settings });
    await astro.dev({ ...config, configFile: false, logger: { entrypoint: DEV_LOG }, server: { port } });
    // the server runs until the process is interrupted
    return new Promise<never>(() => {});
  },
};

/** Settings that are read again after each change; the first reading is for what stops the command. */
async function settingsSource(
  options: Options,
  io: Io,
  configuration: Configuration | undefined,
  contracts: string,
): Promise<SettingsSource> {
  await siteSettings(configuration, contracts, io);
  const read = async () => siteSettings(configuration && (await readConfiguration(options, io)), contracts, io);
  return {
    read: () =>
      read().catch((error: unknown) => {
        // the place in the configuration is what counts, not the place in this program
        if (error instanceof UsageError) error.stack = '';
        throw error;
      }),
    files: configuration ? filesOf(configuration) : [],
  };
}
