import { readFile } from 'node:fs/promises';
import { isAbsolute, resolve, sep } from 'node:path';
import { basename } from 'node:path/posix';
import {
  IMPORT_FIELDS,
  IMPORT_FORMATS,
  type ImportFormat,
  idOf,
  isImportFormat,
  isTarget,
  type Mapping,
  nearest,
} from '../index.ts';
import type { Options } from './flags.ts';
import { type Io, UsageError } from './io.ts';
import { shownPath } from './options.ts';
import { infoOf } from './output/real-path.ts';
import type { ImportedSource } from './referenced.ts';

/**
 * The mapping that `--map` gives, as in `code=Code,meaning=Description`. A field given twice takes the first of its names
 * that has a value; one without a name is left out. A comma in a name is written `\,`.
 */
export function mapOption({ map }: Options): Mapping {
  const given = new Map<Parameters<Mapping['get']>[0], string[]>();
  for (const part of map === undefined ? [] : map.split(/(?<!\\),/)) {
    const [, field = '', name = ''] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/s.exec(part) ?? [];
    if (!isTarget(field)) {
      const near = nearest(field, IMPORT_FIELDS);
      const hint = near === undefined ? `the fields are ${IMPORT_FIELDS.join(', ')}` : `did you mean \`${near}\`?`;
      throw new UsageError(
        `--map takes FIELD=NAME, separated by commas, and \`${part.trim()}\` has no such field; ${hint}`,
      );
    }
    const names = given.get(field) ?? [];
    if (name !== '') names.push(name.replaceAll('\\,', ','));
    given.set(field, names);
  }
  return given;
}

/** The format that `--from` names. */
export function formatFrom({ from }: Options): ImportFormat | undefined {
  if (from === undefined) return undefined;
  if (isImportFormat(from)) return from;
  throw new UsageError(`There is no format \`${from}\`; --from takes ${Object.keys(IMPORT_FORMATS).join(', ')}.`);
}

/** The domain that `--domain` names. */
export function domainOption({ domain }: Options): string | undefined {
  if (domain === undefined || idOf(domain) === domain) return domain;
  const near = idOf(domain);
  throw new UsageError(
    `--domain takes lowercase letters, digits and hyphens, not \`${domain}\`${near === undefined ? '' : `; write \`${near}\``}.`,
  );
}

/** A file to import, named as from the current folder; one elsewhere by its name alone. */
export async function readImported(path: string, io: Io): Promise<ImportedSource> {
  const file = resolve(io.cwd, path);
  const info = infoOf(file);
  const below = shownPath(file, io).split(sep).join('/');
  const shown = isAbsolute(below) ? basename(below) : below;
  if (!info) throw new UsageError(`The file ${below} doesn't exist.`);
  if (!info.isFile()) throw new UsageError(`${below} is not a file; name the files to import.`);
  const bytes = await readFile(file);
  try {
    return { path: shown, real: file, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    throw new UsageError(`${below} is not UTF-8 text; convert it first.`);
  }
}
