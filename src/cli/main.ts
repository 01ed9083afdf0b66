import { parseArgs } from 'node:util';
import type { Command } from './command.ts';
import { FLAGS, type Options } from './flags.ts';
import { visible } from './format/visible.ts';
import { helpOf, overview } from './help.ts';
import { EXIT, type ExitStatus, type Io, processIo, UsageError } from './io.ts';
import { workflowCommands } from './workflow-commands.ts';

/** Runs a command line against the real streams; the entry point of `errorbook.mjs`. */
export function main(argv: string[]): Promise<ExitStatus> {
  return run(argv, processIo());
}

/** Runs a command line and returns its exit status; never throws for what a user can do. */
export async function run(argv: string[], io: Io): Promise<ExitStatus> {
  const [first = 'help', ...rest] = argv;
  const wantsHelp = argv.includes('--help');
  const name = first.startsWith('-') && wantsHelp ? 'help' : first;
  // the others load packages, which the workflows' own commands do without
  const commands = Object.hasOwn(workflowCommands, name) ? workflowCommands : (await import('./commands.ts')).commands;
  try {
    if (name === 'help') {
      io.out(overview(commands));
      return EXIT.done;
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command)
      throw new UsageError(`There is no command \`${name}\`; there are: ${Object.keys(commands).join(', ')}.`);
    if (wantsHelp) {
      io.out(helpOf(name, command));
      return EXIT.done;
    }
    const { options, argument } = argumentsOf(name, command, rest);
    return await command.run(options, io, argument);
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

/** What follows the name of a command. Throws a {@link UsageError} for what the command does not take. */
function argumentsOf(name: string, command: Command, argv: string[]): { options: Options; argument?: string } {
  const { values, positionals } = parsed(name, command, argv);
  const [argument, second] = positionals;
  if (second !== undefined)
    throw new UsageError(`\`${name}\` takes one ${command.argument}, and \`${second}\` is one too many.`);
  return { options: values, ...(argument !== undefined && { argument }) };
}

function parsed(name: string, command: Command, args: string[]) {
  const taken: ReadonlySet<string> = new Set(command.options);
  const allowPositionals = command.argument !== undefined;
  try {
    // of options that a command does not take `parseArgs` need not know the values
    const options = Object.fromEntries(command.options.map((it) => [it, FLAGS[it]]));
    parseArgs({ args, options, strict: true, allowPositionals });
    return parseArgs({ args, options: FLAGS, strict: true, allowPositionals });
  } catch (error) {
    // what follows the first sentence is advice that does not fit here
    const what = error instanceof Error ? error.message.split(/\.\s/)[0] : error;
    const known = [...taken].map((it) => `--${it}`).join(', ');
    throw new UsageError(`${what}; \`${name}\` takes ${known || 'no options'}.`);
  }
}
