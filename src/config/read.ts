import {
  type Diagnostic,
  type Document,
  diagnose,
  isDamaged,
  type Path,
  readData,
  shape,
  wrongValue,
} from '../load/index.ts';
import { findingsOf } from './checks.ts';
import { placedIn } from './module.ts';
import { notData } from './not-data.ts';
import { type Config, configSchema } from './schema.ts';

/** A configuration as it was read, with a name for its places. */
export interface ConfigFile {
  document: Document;
  /** The text of a program that gives the configuration; undefined where the document is the file itself. */
  source: string | undefined;
}

/** A configuration, or what is wrong with it. */
export interface ReadConfig {
  file: ConfigFile;
  /** Undefined where there are diagnostics. */
  config: Config | undefined;
  diagnostics: Diagnostic[];
}

/** Reads a configuration in JSON; `path` is how diagnostics name the file. */
export function readJsonConfig(path: string, text: string): ReadConfig {
  const diagnostics: Diagnostic[] = [];
  const document = readData({ path, text }, true, diagnostics);
  return isDamaged(document)
    ? { file: { document, source: undefined }, config: undefined, diagnostics }
    : read({ document, source: undefined }, diagnostics);
}

/** Reads the value that a program exports; `source` is the program's text, in which places are looked for. */
export function readModuleConfig(path: string, source: string, value: unknown): ReadConfig {
  const place = notData(value);
  const document = readData({ path, text: place ? '{}' : JSON.stringify(value, null, 2) }, true, []);
  const file = { document, source };
  if (!place) return read(file, []);
  const message = `\`${place.pointer}\` is ${place.what}, but a configuration holds only text, numbers, true, false, lists and objects.`;
  const found = {
    ...diagnose(wrongValue, { at: { document, path: [], part: 'value' }, message, fix: 'Write the value itself.' }),
  };
  return { file, config: undefined, diagnostics: [placedIn(source, found, place.path)] };
}

function read(file: ConfigFile, before: readonly Diagnostic[]): ReadConfig {
  const { document } = file;
  const { value } = document;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const message = 'A configuration is an object with settings, and this is not one.';
    return { file, config: undefined, diagnostics: [configProblem(file, [], message, 'Write `{ "name": "…" }`.')] };
  }
  const shaped = shape(configSchema, value, document, []);
  const own = shaped.diagnostics();
  const found =
    shaped.isSound && shaped.whole ? findingsOf(shaped.whole, document).map((it) => diagnose(wrongValue, it)) : [];
  const diagnostics = [...before, ...[...own, ...found].map((it) => placed(file, it))];
  return { file, config: diagnostics.length === 0 ? shaped.whole : undefined, diagnostics };
}

/** What is wrong with the value at a path, which only its reader can find out. */
export function configProblem(file: ConfigFile, path: Path, message: string, fix: string): Diagnostic {
  return placed(file, diagnose(wrongValue, { at: { document: file.document, path, part: 'value' }, message, fix }));
}

function placed({ source, document }: ConfigFile, diagnostic: Diagnostic): Diagnostic {
  return source === undefined ? diagnostic : placedIn(source, diagnostic, document);
}
