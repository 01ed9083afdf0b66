import { existsSync, globSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';

/** The arguments or the tests don't allow a run; the message says why. */
export class Misuse extends Error {}

/** Patterns for files of tests, and the milliseconds that each may take; those that take longer are left out. */
export interface Round {
  patterns: string[];
  longest?: number;
}

/** The rooms of the core: a fact that is decided in one is often tested where another uses it. */
const CORE = ['model', 'load', 'changes', 'decode', 'view', 'artifacts', 'evidence', 'mock'];

/** The milliseconds that a file of tests of another room may take. */
const LONGEST_ELSEWHERE = 6000;

export interface Options {
  /** The files to change, as paths from the working directory. */
  files: string[];
  /** The tests to try one after the other: a later round is for what no test of an earlier one notices. */
  rounds: Round[];
  /** Milliseconds for a file of tests with a mutant. */
  limit?: number | undefined;
  /** How many mutants to try, instead of all. */
  sample?: number | undefined;
  /** Which mutants those are: the same number chooses the same ones. */
  seed: number;
}

/** The options that the arguments state. Throws a `Misuse` if they are wrong. */
export function optionsOf(argv: readonly string[], cwd: string): Options {
  const { values, positionals } = parsed(argv);
  if (positionals.length === 0) throw new Misuse('Name the files or folders to change, such as src/model/address.ts.');
  const missing = positionals.find((file) => !existsSync(resolve(cwd, file)));
  if (missing !== undefined) throw new Misuse(`There is no file ${missing}.`);
  const limit = numberOf(values.limit);
  if (limit !== undefined && !(limit > 0)) throw new Misuse('--limit takes a number of seconds, such as 30.');
  const [sample, seed] = [numberOf(values.sample), numberOf(values.seed)];
  if (sample !== undefined && !(sample > 0)) throw new Misuse('--sample takes a number of changes, such as 40.');
  if (seed !== undefined && !Number.isSafeInteger(seed)) throw new Misuse('--seed takes an integer, such as 1.');
  const files = positionals.flatMap((path) => filesIn(path, cwd));
  const rounds = values.test ? [{ patterns: values.test }] : roundsFor(files, cwd);
  return { files, rounds, limit: limit && limit * 1000, sample, seed: seed ?? 1 };
}

function numberOf(value: string | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}

/** The file itself, or the programs in the folder. */
function filesIn(path: string, cwd: string): string[] {
  if (!statSync(resolve(cwd, path)).isDirectory()) return [path];
  return globSync('**/*.ts', { cwd: resolve(cwd, path) })
    .sort()
    .map((file) => join(path, file));
}

function parsed(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    const options = { test: { ...text, multiple: true }, limit: text, sample: text, seed: text } as const;
    return parseArgs({ args: [...argv], allowPositionals: true, options });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

/** The tests in the folders that mirror the files', then, for files of the core, the quick ones of its other rooms. */
function roundsFor(files: readonly string[], cwd: string): Round[] {
  const folders = new Set(files.map((file) => mirroredFolder(file, cwd)));
  const isCore = [...folders].every((folder) => CORE.includes(folder.split('/')[0] ?? ''));
  const others = isCore ? CORE.filter((room) => !folders.has(room)) : [];
  const patternsOf = (some: Iterable<string>) => Array.from(some, (folder) => `tests/${folder}/**/*.test.ts`);
  return [{ patterns: patternsOf(folders) }, { patterns: patternsOf(others), longest: LONGEST_ELSEWHERE }];
}

/** The nearest folder with tests that mirrors the file's. */
function mirroredFolder(file: string, cwd: string): string {
  const inside = relative(join(cwd, 'src'), dirname(resolve(cwd, file))).split(sep);
  for (let depth = inside.length; depth > 0 && inside[0] !== '..'; depth--) {
    const folder = inside.slice(0, depth).join('/');
    if (globSync(`tests/${folder}/*.test.ts`, { cwd }).length > 0) return folder;
  }
  throw new Misuse(`No folder in tests/ mirrors that of ${file}; name its tests with --test GLOB.`);
}
