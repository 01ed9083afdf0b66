import { readFile, stat } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { basename, extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Config, type ConfigFile, type Diagnostic, readJsonConfig, readModuleConfig } from '../index.ts';
import { formatDiagnostic } from './format/text.ts';
import { type Io, ReportedError, UsageError } from './io.ts';
import { shownPath } from './options.ts';

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

/** Reads a configuration from its file. Throws a {@link UsageError} for one that can't be used. */
export async function readConfigurationFile(path: string, io: Io): Promise<Configuration> {
  const shown = shownPath(path, io).replaceAll('\\', '/');
  const text = await textOf(path, shown);
  const isJson = extname(path) === '.json';
  const read = isJson ? readJsonConfig(shown, text) : readModuleConfig(shown, text, await exportOf(path, shown));
  const { file, config, diagnostics } = read;
  if (!config) throw new ConfigurationError(diagnostics, io);
  return { ...config, path, file };
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
