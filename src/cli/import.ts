import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  apiForImport,
  check,
  counted,
  formatOfLast,
  IMPORT_FORMATS,
  type ImportFormat,
  importFormatOf,
  type Mapping,
  type SettledImport,
  type SourceFile,
  settledImport,
} from '../index.ts';
import type { Command } from './command.ts';
import { readAll } from './contracts.ts';
import type { Options } from './flags.ts';
import { importReport } from './format/import.ts';
import { fileIn, reportOf } from './format/report.ts';
import { formatText } from './format/text.ts';
import { visible } from './format/visible.ts';
import { domainOption, formatFrom, mapOption, readImported } from './import-options.ts';
import { EXIT, type Io, UsageError } from './io.ts';
import { contractsFolder } from './options.ts';
import { infoOf } from './output/real-path.ts';
import { writeWhole } from './output/write-whole.ts';
import { type ImportedSource, referencedBy } from './referenced.ts';
import { calling } from './tool.ts';
import { typescriptNear } from './typescript.ts';

export const importErrors: Command = {
  argument: 'FILE…',
  many: true,
  options: ['api', 'domain', 'from', 'map', 'root', 'write', 'contracts', 'config', 'all'],
  values: { from: Object.keys(IMPORT_FORMATS).join('|') },
  async run(options, io, first, _configuration, more = []) {
    if (first === undefined)
      throw new UsageError(`Name the file to import, as in \`${calling('import', 'openapi.yaml')}\`.`);
    const [map, format] = [mapOption(options), formatFrom(options)];
    const files = await Promise.all([...new Set([first, ...more])].map((path) => readImported(path, io)));
    const folder = contractsFolder(options, io);
    const sources = infoOf(folder.path)?.isDirectory() ? await readAll(folder.path) : [];
    const before = check(sources, { today: io.today });
    if (before.counts.errors > 0) {
      io.out(formatText(reportOf(before, folder.shown), io.terminal.out, { all: options.all === true }));
      io.err('Nothing was imported; fix the errors above first.');
      return EXIT.registryHasErrors;
    }
    const done = await importAll(files, { format, map, options, sources }, io);
    const all = options.all === true;
    for (const { file, settled } of done)
      io.out(importReport(settled, { io, file: file.path, folder: folder.shown, all }));
    const empty = done.filter(({ settled }) => settled.plan.codes.size === 0);
    for (const { file } of empty)
      io.err(
        visible(
          `No codes were found in ${file.path}; name its format with --from, or the field with the code with --map code=NAME.`,
        ),
      );
    const isPossible = done.every(({ settled }) => settled.errors.length === 0);
    if (!isPossible) io.err('Nothing was written; with this import the registry would have the errors above.');
    else
      await write(
        done.map(({ settled }) => settled),
        folder,
        options.write === true,
        io,
      );
    return isPossible && empty.length < done.length ? EXIT.done : EXIT.registryHasErrors;
  },
};

interface Wish {
  format: ImportFormat | undefined;
  map: Mapping;
  options: Options;
  sources: readonly SourceFile[];
}

/** Imports one file after the other, each into the registry that the one before leaves, up to one that can't be. */
async function importAll(
  files: readonly ImportedSource[],
  { format: given, map, options, sources }: Wish,
  io: Io,
): Promise<{ file: SourceFile; settled: SettledImport }[]> {
  const done: { file: SourceFile; settled: SettledImport }[] = [];
  for (const file of files) {
    const now = done.at(-1)?.settled.sources ?? sources;
    const format = given ?? formatOfLast(now, file) ?? importFormatOf(file);
    if (format === undefined)
      throw new UsageError(
        `Neither the name nor the content of ${file.path} says what it is; name its format with --from.`,
      );
    const typescript = format === 'typescript' ? await typescriptNear(io.cwd) : undefined;
    const others = format === 'openapi' ? await referencedBy(file, options, io) : undefined;
    const input = { file, format, typescript, others };
    const api = options.api ?? apiForImport(now, input);
    if (api === undefined)
      throw new UsageError('--api is missing; the registry has several APIs, and a new one needs a name.');
    const settled = settledImport(now, { ...input, api, domain: domainOption(options), map }, io.today);
    done.push({ file, settled });
    if (settled.errors.length > 0) break;
  }
  return done;
}

/** Writes the files of all imports, or says that nothing was written. */
async function write(
  done: readonly SettledImport[],
  folder: { path: string; shown: string },
  isWanted: boolean,
  io: Io,
): Promise<void> {
  const texts = new Map<string, string>();
  for (const { plan, baseline } of done) {
    for (const { path, text } of plan.files) texts.set(path, text);
    if (baseline?.text !== undefined) texts.set(baseline.path, baseline.text);
  }
  if (texts.size === 0) {
    io.err('Nothing to write.');
    return;
  }
  if (!isWanted) {
    io.err(`Nothing was written; \`--write\` writes ${counted(texts.size, 'file')}.`);
    return;
  }
  for (const [path, text] of texts) {
    if (text === '') await rm(join(folder.path, path));
    else await writeWhole(join(folder.path, path), text);
    io.err(visible(`${text === '' ? 'Removed' : 'Wrote'} ${fileIn(folder.shown, path)}.`));
  }
}
