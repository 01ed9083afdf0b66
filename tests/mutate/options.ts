import { existsSync, globSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';

/** The arguments or the tests don't allow a run; the message says why. */
export class Misuse extends Error {}

export interface Options {
  /** The files to change, as paths from the working directory. */
  files: string[];
  /** Patterns for the files of tests; if there are none, each file has those of `mirroredTests`. */
  tests: string[];
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
  return { files, tests: values.test ?? [], limit: limit && limit * 1000, sample, seed: seed ?? 1 };
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

/** The pattern for the tests in the nearest folder that mirrors the file's. */
export function mirroredTests(file: string, cwd: string): string[] {
  let folder = dirname(relative(join(cwd, 'src'), resolve(cwd, file)));
  while (folder !== '.' && !folder.startsWith('..')) {
    if (existsSync(join(cwd, 'tests', folder))) return [`tests/${folder.split(sep).join('/')}/**/*.test.ts`];
    folder = dirname(folder);
  }
  throw new Misuse(`No folder in tests/ mirrors that of ${file}; name its tests with --test GLOB.`);
}
