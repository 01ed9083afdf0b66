import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Config, type ConfigFile, type Diagnostic, readJsonConfig, readModuleConfig } from '../index.ts';
import type { Options } from './flags.ts';
import { formatDiagnostic } from './format/text.ts';
import { type Io, ReportedError, UsageError } from './io.ts';
import { folderOption, shownPath } from './options.ts';

/** The names that a configuration may have in the folder where a command runs. */
const NAMES = ['errorbook.config.ts', 'errorbook.config.mjs', 'errorbook.config.js', 'errorbook.config.json'];

/** The configuration of a command: what its file says, and where that is. */
export interface Configuration extends Config {
  /** The path of the file; paths in it are relative to its folder. */
  path: string;
  /** For diagnostics. */
  file: ConfigFile;
}

/** What is wrong with a configuration, each problem with its place. */
export class ConfigurationError extends ReportedError {
  constructor(diagnostics: readonly Diagnostic[], io: Io) {
    const sorted = diagnostics.toSorted((a, b) => a.start.line - b.start.line || a.start.column - b.start.column);
    const format = (color: boolean) => sorted.map((it) => formatDiagnostic(it, color)).join('\n\n');
    super(format(false), format(io.terminal.err));
  }
}

/**
 * Reads the configuration that `--config` names, or the one in the folder where the command runs; undefined where there
 * is none. Throws a {@link UsageError} for one that can't be used.
 */
export async function readConfiguration(options: Options, io: Io): Promise<Configuration | undefined> {
  const path = pathOf(options, io);
  if (path === undefined) return undefined;
  const shown = shownPath(path, io).replaceAll('\\', '/');
  const text = await textOf(path, shown);
  const isJson = extname(path) === '.json';
  const read = isJson ? readJsonConfig(shown, text) : readModuleConfig(shown, text, await exportOf(path, shown));
  const { file, config, diagnostics } = read;
  if (!config) throw new ConfigurationError(diagnostics, io);
  return { ...config, path, file };
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

async function textOf(path: string, shown: string): Promise<string> {
  const info = await stat(path).catch(() => undefined);
  if (!info?.isFile()) throw new UsageError(`The configuration ${shown} doesn't exist; --config names a file.`);
  return readFile(path, 'utf8').catch(() => {
    throw new UsageError(`The configuration ${shown} can't be read; check who may open it.`);
  });
}

/** What a program exports as its default. */
async function exportOf(path: string, shown: string): Promise<unknown> {
  // the query makes each reading a new one, for files that change while `dev` runs
  const address = `${pathToFileURL(path).href}?at=${(await stat(path)).mtimeMs}`;
  const module = await loaded(address, path).catch((error: unknown) => {
    throw new UsageError(`The configuration ${shown} can't be loaded: ${reasonOf(error, path)}`);
  });
  if (typeof module !== 'object' || module === null || !('default' in module))
    throw new UsageError(`The configuration ${shown} exports no default; write \`export default { … }\`.`);
  return module.default;
}

/** TypeScript is a module here whatever the `type` of a package.json says, because the configuration is written as one. */
async function loaded(address: string, path: string): Promise<unknown> {
  if (extname(path) !== '.ts') return import(address);
  const hook = registerHooks({
    load: (url, context, next) => next(url, url === address ? { ...context, format: 'module-typescript' } : context),
  });
  try {
    return await import(address);
  } finally {
    hook.deregister();
  }
}

/** The message of what was thrown, with the line of the configuration where that happened, if it says. */
function reasonOf(error: unknown, path: string): string {
  const message = error instanceof Error ? error.message : `it throws ${String(error)}`;
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const escaped = basename(path).replace(/[^\w]/g, '\\$&');
  const [, line] = new RegExp(`${escaped}(?:\\?[^:\\s]*)?:(\\d+)`).exec(stack) ?? [];
  const [first = ''] = message.split('\n');
  return `${first.replace(/\.$/, '')}${line === undefined ? '' : ` (line ${line})`}.`;
}
