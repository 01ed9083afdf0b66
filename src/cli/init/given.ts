import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { memberOf, STEERING } from '../../browser.ts';
import { CI_HOSTS, type CiHost, PRESETS, type PresetName, type Project } from '../../init/index.ts';
import type { Options } from '../flags.ts';
import { type Io, UsageError } from '../io.ts';

/** What the options say; undefined is what they leave open. */
export interface Given {
  title: string | undefined;
  envelope: PresetName | undefined;
  ci: CiHost | undefined;
  hook: boolean | undefined;
  source: string | undefined;
}

/** What the options say. Throws a {@link UsageError} for a name that there isn't, and for a file that is missing. */
export function givenBy({ api, envelope, ci, hook, source }: Options, io: Pick<Io, 'cwd'>): Given {
  const wrong = api === undefined ? undefined : titleProblem(api);
  if (wrong) throw new UsageError(`--api: ${wrong}`);
  if (source !== undefined && !isFile(source, io.cwd))
    throw new UsageError(`There is no file \`${source}\`; --source takes the file in which your errors are today.`);
  return {
    title: api?.trim(),
    envelope: nameIn(PRESETS, 'envelope', envelope),
    ci: nameIn(CI_HOSTS, 'ci', ci),
    hook,
    source,
  };
}

/** True if a new API is to be written: where one is named, and in a registry that has none. */
export function needsApi({ title }: Given, { apis }: Project): boolean {
  return title === undefined ? apis.length === 0 : !apis.some((it) => it.title === title);
}

/** Which options are needed where nobody can be asked. */
export function missingOptions(given: Given, project: Project): string[] {
  const { title, envelope, ci } = given;
  const isNew = needsApi(given, project);
  return [
    ...(isNew && title === undefined ? ['--api NAME'] : []),
    ...(isNew && envelope === undefined ? [`--envelope ${Object.keys(PRESETS).join('|')}`] : []),
    ...(ci === undefined ? [`--ci ${Object.keys(CI_HOSTS).join('|')}`] : []),
  ];
}

/** Why a text can't be the title of an API; undefined for one that can. */
export function titleProblem(text: string): string | undefined {
  if (text.trim() === '') return 'The title of the API is missing.';
  return STEERING.test(text) ? 'The title of the API is text in one line.' : undefined;
}

/** True for a path, from a folder, of a file that exists. */
export function isFile(path: string, folder: string): boolean {
  return statSync(resolve(folder, path), { throwIfNoEntry: false })?.isFile() === true;
}

function nameIn<Name extends string>(
  all: Readonly<Record<Name, unknown>>,
  option: string,
  value: string | undefined,
): Name | undefined {
  if (value === undefined) return undefined;
  const isName = (it: string): it is Name => memberOf(all, it) !== undefined;
  if (isName(value)) return value;
  throw new UsageError(`--${option} takes ${Object.keys(all).join(', ')}, not \`${value}\`.`);
}
