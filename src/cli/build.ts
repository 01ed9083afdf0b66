import { check, type Registry } from '../index.ts';
import { verdict } from './check.ts';
import type { Command } from './command.ts';
import { outFolder } from './configuration.ts';
import { readContracts } from './contracts.ts';
import { reportOf } from './format/report.ts';
import { formatText } from './format/text.ts';
import { hostingOption } from './hosting.ts';
import { cacheFolder } from './incremental/cache.ts';
import { EXIT, type Io } from './io.ts';
import { basePath, contractsFolder, SITE_OPTIONS, siteAddress } from './options.ts';
import { prepareOutput } from './output/prepare.ts';
import { shardOption } from './shard/shard.ts';
import { buildSite } from './site-build.ts';
import { siteSettings } from './site-settings.ts';

export const build: Command = {
  options: ['contracts', 'config', 'strict', ...SITE_OPTIONS, 'shard', 'no-cache'],
  async run(options, io, _argument, configuration) {
    const started = performance.now();
    const folder = contractsFolder(options, io);
    const out = outFolder(options, io, configuration);
    const site = siteAddress(options);
    const base = basePath(options);
    const hosting = hostingOption(options);
    const shard = shardOption(options);
    const settings = await siteSettings(configuration, folder.path, io);
    prepareOutput(out, folder.path);

    const registry = await registryIn(folder, options.strict === true, io);
    if (!registry) return EXIT.registryHasErrors;
    const cache = options['no-cache'] ? undefined : cacheFolder();
    await buildSite(
      { folder, registry, out, site, base, hosting, settings, cache, preview: undefined, shard },
      io,
      started,
    );
    return EXIT.done;
  },
};

/** The registry of a folder if it may be built; what is wrong with it is reported. The rest of what a check found takes more memory than that, and isn't kept. */
async function registryIn(
  folder: { path: string; shown: string },
  strict: boolean,
  io: Io,
): Promise<Registry | undefined> {
  const checked = check(await readContracts(folder.path), { today: io.today });
  io.out(formatText(reportOf(checked, folder.shown), io.terminal.out));
  if (verdict(checked.counts, strict) === EXIT.done) return checked.registry;
  io.err(`Nothing was built; fix the ${checked.counts.errors > 0 ? 'errors' : 'warnings'} above first.`);
  return undefined;
}
