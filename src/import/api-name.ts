import type { SourceFile } from '../load/index.ts';
import { IMPORT_FORMATS, type ImportFormat, isImportFormat } from './formats/index.ts';
import { readRecord, recordPath } from './record.ts';
import { apiNames } from './registry-files.ts';
import type { Input } from './source.ts';
import { idOf } from './write/api.ts';

/**
 * The API that a source belongs to where nobody says it: the one into which it was imported before, or the only one; in an empty
 * registry a new one, named for the source's title or file. Undefined where there are several.
 */
export function apiForImport(
  sources: readonly SourceFile[],
  input: Input & { format: ImportFormat },
): string | undefined {
  const { path } = input.file;
  const names = apiNames(sources);
  const before = names.filter((name) => sources.some((it) => it.path === recordPath(name, path)));
  if (before.length === 1) return before[0];
  if (names.length > 0) return names.length === 1 ? names[0] : undefined;
  const { title } = IMPORT_FORMATS[input.format].read(input).about ?? {};
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return idOf(title ?? '') ?? idOf(stem) ?? 'api';
}

/** The format in which a source was read last; undefined for one that was never imported. */
export function formatOfLast(sources: readonly SourceFile[], { path }: SourceFile): ImportFormat | undefined {
  const records = apiNames(sources).map((name) => sources.find((it) => it.path === recordPath(name, path)));
  const from = records.map((it) => readRecord(it?.text)?.from).find((it) => it !== undefined);
  return from !== undefined && isImportFormat(from) ? from : undefined;
}
