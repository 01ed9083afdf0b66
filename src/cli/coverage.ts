import { glob, readFile, stat } from 'node:fs/promises';
import { isAbsolute, posix, resolve, sep } from 'node:path';
import { COVERAGE_ENDINGS, coverage as cover, type SourceFile } from '../index.ts';
import { FORMATS, reportedFolder, verdict } from './check.ts';
import type { Command } from './command.ts';
import type { Options, TextFlag } from './flags.ts';
import { fileIn } from './format/report.ts';
import { pathInRepository } from './git/prefix.ts';
import { EXIT, type Io, UsageError } from './io.ts';
import { contractsFolder, shownPath } from './options.ts';
import { apiNamed, checkedRegistry } from './registry.ts';

export const coverage: Command = {
  options: ['api', 'source', 'openapi', 'exempt', 'contracts', 'config', 'format'],
  values: { format: 'text|json|github' },
  async run(options, io) {
    const format = formatNamed(options);
    if (options.source === undefined && options.openapi === undefined)
      throw new UsageError("Say what to compare: --source 'src/**/*.ts', --openapi FILE, or both.");
    const checked = await checkedRegistry(options, io, 'Nothing was compared; fix the errors above first.');
    if (!checked) return EXIT.registryHasErrors;
    const api = apiNamed(checked.registry, options);
    const here = options.format === 'github' ? ((await pathInRepository(io.cwd)) ?? '') : '';
    const sources = await sourcesOf(options, io, here);
    const prefix = await reportedFolder(options, contractsFolder(options, io));
    const diagnostics = cover({
      api,
      internal: checked.snapshots().find((it) => it.api.id === api.id)?.internal ?? [],
      sources,
      spec: await fileOf(options, 'openapi', io, here),
      exemptions: await fileOf(options, 'exempt', io, here),
      placeOf: (code) => {
        const span = checked.placeOf({ rule: '', level: 'safe', api: api.id, code, what: '' });
        return { ...span, file: fileIn(prefix, span.file) };
      },
    });
    const counts = { files: sources.length, codes: api.codes.length, errors: diagnostics.length, warnings: 0 };
    io.out(await format({ diagnostics, counts }, io, { all: true }));
    return verdict(counts, false);
  },
};

function formatNamed({ format: name = 'text' }: Options): (typeof FORMATS)[string] {
  const known = ['text', 'json', 'github'];
  if (!known.includes(String(name)))
    throw new UsageError(`There is no format \`${name}\`; --format takes ${known.join(', ')}.`);
  return FORMATS[String(name)]!;
}

/** The files that the pattern names, in the order of their paths; what is installed is no source. */
async function sourcesOf({ source }: Options, io: Io, here: string): Promise<SourceFile[]> {
  if (source === undefined) return [];
  const found: string[] = [];
  for await (const path of glob(String(source), {
    cwd: io.cwd,
    exclude: (name) => /(?:^|[\\/])(?:node_modules|\.git)$/.test(name),
  })) {
    if (COVERAGE_ENDINGS.some((ending) => path.toLowerCase().endsWith(`.${ending}`))) found.push(path);
  }
  const files = await Promise.all(found.sort().map((path) => readSource(path, io, here)));
  if (files.every((file) => file === undefined))
    throw new UsageError(
      `--source \`${source}\` matches no file in a supported language: ${COVERAGE_ENDINGS.join(', ')}.`,
    );
  return files.filter((file) => file !== undefined);
}

/** `here` is how reports name the current folder; empty for not at all. */
async function readSource(path: string, io: Io, here: string): Promise<SourceFile | undefined> {
  const file = resolve(io.cwd, path);
  if (!(await stat(file)).isFile()) return undefined;
  return { path: namedFrom(here, shownPath(file, io).split(sep).join('/')), text: await readFile(file, 'utf8') };
}

/** A path from another folder; one that leads out of the repository stays as it is. */
function namedFrom(here: string, path: string): string {
  const named = posix.join(here, path);
  return isAbsolute(path) || named.startsWith('../') ? path : named;
}

async function fileOf(options: Options, name: TextFlag, io: Io, here: string): Promise<SourceFile | undefined> {
  const path = options[name];
  if (path === undefined) return undefined;
  const found = await readSource(String(path), io, here).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!found)
    throw new UsageError(`--${name}: the file ${shownPath(resolve(io.cwd, String(path)), io)} doesn't exist.`);
  return found;
}
