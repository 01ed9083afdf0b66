import { MANAGERS } from './packages.ts';
import type { Project } from './project.ts';
import { shellWord } from './shell.ts';
import type { Step } from './step.ts';

/** A command, and what it does. */
export type NextCommand = readonly [command: string, what: string];

/** The commands that come after a plan was carried out; `source` is the file in which errors are today. */
export function nextCommands(
  { manager, apis, isInstalled }: Project,
  steps: readonly Step[],
  source?: string,
): NextCommand[] {
  const { install, run, exec } = MANAGERS[manager];
  // with one API in the registry, the import knows where to write
  const [, id] = apis.length > 0 ? (steps[0]?.path.split('/') ?? []) : [];
  const importing: NextCommand[] =
    source === undefined
      ? []
      : [
          [
            `${exec.replace(/ --no$/, '')} errorbook import ${shellWord(source)}${id === undefined ? '' : ` --api ${id}`}`,
            'shows what it can add from there',
          ],
        ];
  return [
    ...(isInstalled ? [] : ([[install, 'installs errorbook; commit the lock file']] satisfies NextCommand[])),
    ...importing,
    [`${run} errors:check`, 'checks the registry'],
    [`${run} errors:start`, 'builds the site and serves it at http://localhost:4321'],
  ];
}
