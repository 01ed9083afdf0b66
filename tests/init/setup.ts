import type { Project } from '../../src/init/index.ts';

/** An empty folder without a repository. */
export const EMPTY: Project = {
  version: '1.2.3',
  below: '',
  manager: 'npm',
  hasOwnPackages: true,
  isInstalled: false,
  contracts: 'contracts',
  apis: [],
  hooks: undefined,
  read: () => undefined,
  isIgnored: () => false,
};

/** A project with files, by their paths from its folder. */
export function projectWith(files: Readonly<Record<string, string>>, more: Partial<Project> = {}): Project {
  return { ...EMPTY, read: (path) => files[path], ...more };
}
