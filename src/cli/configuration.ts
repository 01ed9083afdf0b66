import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Configuration } from './configuration-file.ts';
import type { Options } from './flags.ts';
import { type Io, UsageError } from './io.ts';
import { folderOption } from './options.ts';

/** The names that a configuration may have in the folder where a command runs. */
const NAMES = ['errorbook.config.ts', 'errorbook.config.mjs', 'errorbook.config.js', 'errorbook.config.json'];

/**
 * Reads the configuration that `--config` names, or the one in the folder where the command runs; undefined where there
 * is none. Throws a {@link UsageError} for one that can't be used.
 */
export async function readConfiguration(options: Options, io: Io): Promise<Configuration | undefined> {
  const path = pathOf(options, io);
  if (path === undefined) return undefined;
  // it loads packages, which a command without a configuration does without
  const { readConfigurationFile } = await import('./configuration-file.ts');
  return readConfigurationFile(path, io);
}

/** The options of a command, with what the configuration says in the place of those that were not given. */
export function withConfiguration(options: Options, configuration: Configuration | undefined): Options {
  if (!configuration) return options;
  const { site, base, contracts, path } = configuration;
  return { site, base, contracts: contracts && resolve(dirname(path), contracts), ...options };
}

/** The folder into which a site is built: by the option, by the configuration, or as usual. */
export function outFolder(options: Options, io: Io, configuration: Configuration | undefined): string {
  const given = folderOption(options, 'out');
  if (given !== undefined || configuration?.out === undefined) return resolve(io.cwd, given ?? 'dist');
  return resolve(dirname(configuration.path), configuration.out);
}

function pathOf(options: Options, io: Io): string | undefined {
  const named = options.config;
  if (named === '') throw new UsageError('--config is empty; name a file.');
  if (named !== undefined) {
    if (!/\.(?:ts|mjs|js|json)$/.test(named))
      throw new UsageError(`--config takes a file that ends in .ts, .mjs, .js or .json, not \`${named}\`.`);
    return resolve(io.cwd, named);
  }
  const found = NAMES.map((name) => join(io.cwd, name)).filter((path) => existsSync(path));
  if (found.length > 1) {
    const names = found.map((path) => basename(path)).join(' and ');
    throw new UsageError(`There are ${names}, and only one can hold; remove the other, or name one with --config.`);
  }
  return found[0];
}
