import { basename } from 'node:path';
import { CI_HOSTS, type NextCommand, nextCommands, PRESETS, packageName, planOf, titleOf } from '../init/index.ts';
import type { Command } from './command.ts';
import { askedFor, chosenBy, isConfirmed } from './init/ask.ts';
import { givenBy, missingOptions } from './init/given.ts';
import { lookAround, usualCi } from './init/look-around.ts';
import { shownSteps } from './init/show.ts';
import { writeSteps } from './init/write-steps.ts';
import { EXIT, type ExitStatus, type Io, UsageError } from './io.ts';

export const init: Command = {
  options: ['api', 'envelope', 'source', 'ci', 'hook', 'yes', 'dry-run'],
  values: {
    api: 'NAME',
    envelope: Object.keys(PRESETS).join('|'),
    source: 'FILE',
    ci: Object.keys(CI_HOSTS).join('|'),
  },
  async run(options, io) {
    const given = givenBy(options, io);
    const project = await lookAround(io.cwd);
    if (given.envelope !== undefined && given.title === undefined && project.apis.length > 0)
      throw new UsageError('--envelope is for a new API; name that with --api.');
    const name = packageName(project.read('package.json') ?? '') ?? basename(io.cwd);
    const defaults = { title: titleOf(name), ci: await usualCi(io.cwd, project) };
    const dialog = options.yes === true ? undefined : io.dialog;
    const missing = options.yes === true || dialog ? [] : missingOptions(given, project);
    if (missing.length > 0) {
      throw new UsageError(`Nobody can be asked here; pass ${missing.join(' ')}, or --yes for the defaults.`);
    }
    const chosen = dialog
      ? await askedFor(given, defaults, project, io.cwd, dialog)
      : chosenBy(given, defaults, project);
    if (!chosen) return canceled(io);
    const steps = planOf(chosen, project);
    for (const line of shownSteps(steps)) io.out(line);
    if (options['dry-run'] === true) {
      io.out('Nothing was written.');
      return EXIT.done;
    }
    const changes = steps.filter(({ action }) => action !== 'leave');
    if (changes.length > 0 && dialog && !(await isConfirmed(dialog))) return canceled(io);
    await writeSteps(io.cwd, steps);
    for (const line of nextLines(nextCommands(project, steps, chosen.source))) io.out(line);
    return EXIT.done;
  },
};

function canceled(io: Io): ExitStatus {
  io.err('Canceled; nothing was written.');
  return EXIT.usage;
}

function nextLines(commands: readonly NextCommand[]): string[] {
  const width = commands.reduce((widest, [command]) => Math.max(widest, command.length), 0);
  return ['', 'Next:', ...commands.map(([command, what]) => `  ${command.padEnd(width)}  ${what}`)];
}
