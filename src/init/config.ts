/** The names that a configuration may have. */
const CONFIG_FILES = ['ts', 'mjs', 'js', 'json'].map((ending) => `errorbook.config.${ending}`);

/** The name of the configuration that is there; undefined where there is none. */
export function existingConfig(read: (path: string) => string | undefined): string | undefined {
  return CONFIG_FILES.find((file) => read(file) !== undefined);
}

/** The folder of the registry: the one that the configuration names, or the usual one. */
export function registryFolder(read: (path: string) => string | undefined): string {
  const file = existingConfig(read);
  return folderIn((file && read(file)) ?? '', 'contracts') ?? 'contracts';
}

/** The configuration that is written. */
export const CONFIG_FILE = 'errorbook.config.mjs';

/** A folder that the text of a configuration names, without slashes at its ends; undefined where it names none. */
export function folderIn(config: string, key: 'contracts' | 'out'): string | undefined {
  const named = new RegExp(`^\\s*["']?${key}["']?\\s*:\\s*["']([^"']+)["']`, 'm').exec(config)?.[1];
  return named?.replaceAll(/^(?:\.\/)+|\/+$/g, '');
}

/**
 * The folder of the built site: the one that the configuration names, else `dist`; in a project that has no configuration yet
 * but a program of its own, which may be built into `dist`, another one.
 */
export function outputFolder(config: string | undefined, hasProgram: boolean): string {
  if (config === undefined) return hasProgram ? 'errors-site' : 'dist';
  return folderIn(config, 'out') ?? 'dist';
}

/** A configuration, with what there is to decide as comments. */
export function configText({ name, out }: { name: string; out: string }): string {
  return `\
/** @type {import('errorbook/config').ConfigInput} */
export default {
  // what pages call the site
  name: ${inSingleQuotes(name)},
  // the address that the site will have, and the path below it
  // site: 'https://errors.example.com',
  // base: '/',
  // the folder of the built site
  out: ${inSingleQuotes(out)},
};
`;
}

function inSingleQuotes(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
