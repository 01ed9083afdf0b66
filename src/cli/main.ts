import { parseArgs } from 'node:util';
import type { Command } from './command.ts';
import { visible } from './format/visible.ts';
import { EXIT, type ExitStatus, type Io, processIo, UsageError } from './io.ts';
import { workflowCommands } from './workflow-commands.ts';

/** Runs a command line against the real streams; the entry point of `errorbook.mjs`. */
export function main(argv: string[]): Promise<ExitStatus> {
  return run(argv, processIo());
}

/** Runs a command line and returns its exit status; never throws for what a user can do. */
export async function run(argv: string[], io: Io): Promise<ExitStatus> {
  const [name = 'help', ...rest] = argv;
  const isHelp = name === 'help' || argv.includes('--help');
  // the others load packages, which the workflows' own commands do without
  const commands =
    !isHelp && Object.hasOwn(workflowCommands, name) ? workflowCommands : (await import('./commands.ts')).commands;
  if (isHelp) {
    io.out(usage(commands));
    return EXIT.done;
  }
  try {
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command)
      throw new UsageError(`There is no command \`${name}\`; there are: ${Object.keys(commands).join(', ')}.`);
    const { values, positionals } = argumentsOf(name, command, rest);
    return await command.run(values, io, positionals[0]);
  } catch (error) {
    if (!isEnvironment(error)) throw error;
    io.err(visible(error.message));
    return EXIT.usage;
  }
}

/** Usage, or what the system refuses: no permission, no space, a port that is taken. All else is a mistake of ours. */
function isEnvironment(error: unknown): error is Error {
  return error instanceof UsageError || (error instanceof Error && 'syscall' in error);
}

interface Arguments {
  values: Record<string, string | boolean | undefined>;
  positionals: string[];
}

function argumentsOf(name: string, { options, argument }: Command, argv: string[]): Arguments {
  const given = parsed(name, { options, argument }, argv);
  const [, second] = given.positionals;
  if (second === undefined) return given;
  throw new UsageError(`\`${name}\` takes one ${argument}, and \`${second}\` is one too many.`);
}

function parsed(name: string, { options, argument }: Pick<Command, 'options' | 'argument'>, argv: string[]): Arguments {
  try {
    return parseArgs({ args: argv, options, strict: true, allowPositionals: argument !== undefined });
  } catch (error) {
    // what follows the first sentence is advice that does not fit here
    const what = (error as Error).message.split(/\.\s/)[0];
    const known = Object.keys(options).map((option) => `--${option}`);
    throw new UsageError(`${what}; \`${name}\` takes ${known.join(', ') || 'no options'}.`);
  }
}

function usage(commands: Record<string, Command>): string {
  const lines = Object.entries(commands).map(([name, { summary, options, argument }]) => {
    const flags = Object.entries(options).map(([option, { type }]) => `[--${option}${type === 'string' ? ' …' : ''}]`);
    if (argument !== undefined) flags.unshift(`[${argument}]`);
    return `  npm run ${name.padEnd(6)} ${flags.length > 0 ? `-- ${flags.join(' ')}` : ''}\n      ${summary}`;
  });
  return ['errorbook: checks an error registry and builds the site that error messages link to', '', ...lines].join(
    '\n',
  );
}
