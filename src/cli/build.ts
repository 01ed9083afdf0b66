import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { check } from '../registry/index.ts';
import { verdict } from './check.ts';
import type { Command } from './commands.ts';
import { ROOT, siteConfig } from './config.ts';
import { readContracts } from './contracts.ts';
import { reportOf } from './format/report.ts';
import { formatText } from './format/text.ts';
import { EXIT, progress } from './io.ts';
import { basePath, contractsFolder, folderOption, shownPath, siteAddress } from './options.ts';
import { refuseOutput } from './swap.ts';

export const build: Command = {
  summary: 'Checks the registry and builds its site; errors leave the previous output as it was.',
  options: {
    contracts: { type: 'string' },
    strict: { type: 'boolean' },
    out: { type: 'string' },
    site: { type: 'string' },
    base: { type: 'string' },
  },
  async run(options, io) {
    const started = performance.now();
    const folder = contractsFolder(options, io);
    const strict = options.strict === true;
    const out = resolve(io.cwd, folderOption(options, 'out') ?? 'dist');
    const site = siteAddress(options);
    const base = basePath(options);
    refuseOutput(out, folder.path);

    const checked = check(await readContracts(folder.path), { today: io.today });
    io.out(formatText(reportOf(checked, folder.shown), io.terminal.out));
    const status = verdict(checked.counts, strict);
    if (status !== EXIT.done) {
      io.err(`Nothing was built: mend the ${checked.counts.errors > 0 ? 'errors' : 'warnings'} above first.`);
      return status;
    }

    process.env.ASTRO_TELEMETRY_DISABLED = '1';
    // Astro looks for packages below the folder that the process stands in
    process.chdir(ROOT);
    const astro = await import('astro');
    const done = progress(io, 'Building');
    try {
      const config = siteConfig({
        contracts: folder.path,
        shown: folder.shown,
        out,
        site,
        base,
        strict,
        registry: checked.registry,
      });
      await astro.build({ ...config, configFile: false, logLevel: 'warn' });
    } finally {
      done();
    }
    const pages = (await readdir(out, { recursive: true })).filter((file) => file.endsWith('.html')).length;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    io.out(`Built ${pages.toLocaleString('en')} pages into ${shownPath(out, io)} in ${seconds} s.`);
    if (!site) io.out('Without --site there are no canonical addresses, no previews of links in chats and no sitemap.');
    return EXIT.done;
  },
};
