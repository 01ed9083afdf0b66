import { stringify } from 'yaml';
import { extendYaml } from './extend-yaml.ts';
import { MANAGERS, type ManagerName } from './packages.ts';
import { shellWord } from './shell.ts';

/** What runs before each commit, by the program that a repository uses for hooks. */
export type HookKind = 'husky' | 'lefthook' | 'pre-commit' | 'git';

/** Where a repository keeps its hooks. */
export interface Hooks {
  kind: HookKind;
  /** The file that a hook is in, from the project's folder; undefined where a hook would concern other repositories too. */
  file: string | undefined;
}

interface Hooked {
  /** The project's folder, from the root of the repository; empty for the root itself. */
  below: string;
  /** The folder of the registry, from the project's folder. */
  contracts: string;
  manager: ManagerName;
}

/** The command of a hook, run in the project's folder. */
export const hookCommand = (manager: ManagerName) => `${MANAGERS[manager].run} errors:check`;

/** The lines of a shell script that check the registry if a commit changes it. */
export function hookLines({ below, contracts, manager }: Hooked): string[] {
  const command = `git diff --cached --quiet -- ${shellWord(contracts)} || ${hookCommand(manager)}`;
  return [below === '' ? command : `(cd ${shellWord(below)} && { ${command}; })`];
}

/** A new hook of git, or of husky. */
export function hookScript(hooked: Hooked): string {
  return ['#!/bin/sh', '# Checks the error registry if the commit changes it.', ...hookLines(hooked), ''].join('\n');
}

/** The configuration of a program for hooks, with the check; undefined where it can't be added without other changes. */
export function extendedHooks(kind: HookKind, text: string, hooked: Hooked): string | undefined {
  const at = hookPath(kind);
  return at && extendYaml(text, at, hookValue(kind, hooked));
}

function hookPath(kind: HookKind): readonly string[] | undefined {
  if (kind === 'lefthook') return ['pre-commit', 'commands', 'errorbook'];
  return kind === 'pre-commit' ? ['repos', '-'] : undefined;
}

function hookValue(kind: HookKind, { below, contracts, manager }: Hooked): unknown {
  const folder = below === '' ? '' : `${below}/`;
  if (kind === 'lefthook') {
    return { ...(below !== '' && { root: folder }), glob: `${contracts}/**`, run: hookCommand(manager) };
  }
  const literal = `${folder}${contracts}/`.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const entry =
    below === '' ? hookCommand(manager) : `sh -c ${shellWord(`cd ${shellWord(below)} && ${hookCommand(manager)}`)}`;
  const hook = { id: 'errorbook', name: 'Error registry', entry, language: 'system' };
  return { repo: 'local', hooks: [{ ...hook, files: `^${literal}`, pass_filenames: false }] };
}

/** What a person adds where nothing is added: lines of a script, or of a configuration. */
export function hookAdvice(kind: HookKind, hooked: Hooked): string {
  if (kind === 'husky' || kind === 'git') return hookLines(hooked).join('\n');
  const value = hookValue(kind, hooked);
  return stringify(kind === 'lefthook' ? { 'pre-commit': { commands: { errorbook: value } } } : { repos: [value] });
}
