import type { Hooks } from './hooks.ts';
import type { ManagerName } from './packages.ts';

/** What `init` has to know of the folder in which it runs. */
export interface Project {
  /** The version of Errorbook that the project will depend on. */
  version: string;
  /** The folder, from the root of its repository, such as `services/parcels`; empty for the root itself. */
  below: string;
  manager: ManagerName;
  /** True where packages are installed in this folder, and not in one above it. */
  hasOwnPackages: boolean;
  /** True where `package.json` names errorbook and the packages, of this folder or of one above it in the repository, have it. */
  isInstalled: boolean;
  /** The folder of the registry, from the project's folder: `contracts`, unless a configuration names another one. */
  contracts: string;
  /** The APIs that the registry has already. */
  apis: readonly { id: string; title: string | undefined }[];
  /** Where hooks are; undefined where there is no repository. */
  hooks: Hooks | undefined;
  /** The text of a file, by its path from the folder; undefined for one that doesn't exist. */
  read(path: string): string | undefined;
  /** True if git ignores what this line of a `.gitignore` would. */
  isIgnored(line: string): boolean;
}

/** The path of something at the root of the repository, from the project's folder. */
export function atRoot({ below }: Pick<Project, 'below'>, path: string): string {
  return (below === '' ? '' : '../'.repeat(below.split('/').length)) + path;
}
