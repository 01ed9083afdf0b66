import { MANAGERS } from './packages.ts';
import type { Project } from './project.ts';
import { shellWord } from './shell.ts';

/** The commands that come next, each with what it does. */
export function nextCommands(
  { manager }: Project,
  { isInstalled, source }: { isInstalled: boolean; source: string | undefined },
): [command: string, what: string][] {
  const { install, run, exec } = MANAGERS[manager];
  return [
    ...(isInstalled ? [] : [[install, 'installs errorbook; commit the lock file'] satisfies [string, string]]),
    ...(source === undefined
      ? []
      : [[`${exec} errorbook import ${shellWord(source)}`, 'adds your codes'] satisfies [string, string]]),
    [`${run} errors:check`, 'checks the registry'],
    [`${run} errors:start`, 'builds the site and serves it at http://localhost:4321'],
  ];
}
