import { parseArgs } from 'node:util';
import { memberOf } from '../browser.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';
import { readConfiguration, withConfiguration } from './configuration.ts';
import { FLAGS, type Options } from './flags.ts';
import { visible } from './format/visible.ts';
import { helpOf, overview } from './help.ts';
import { EXIT, type ExitStatus, type Io, processIo, ReportedError, UsageError } from './io.ts';
import { toolVersion } from './tool.ts';

/** Runs a command line against the real streams; the entry point of `errorbook.mjs`. */
export function main(argv: string[]): Promise<ExitStatus> {
  return run(argv, processIo(argv[0]));
}

/** Runs a command line and returns its exit status; never throws for what a user can do. */
export async function run(argv: string[], io: Io): Promise<ExitStatus> {
  const [first = 'help', ...rest] = argv;
  const wantsHelp = argv.includes('--help');
  const name = first.startsWith('-') && wantsHelp ? 'help' : first;
  try {
    if (name === 'help') {
      io.out(overview(commands));
      return EXIT.done;
    }
    if (name === '--version') {
      io.out(toolVersion());
      return EXIT.done;
    }
    const listed = memberOf(commands, name);
    if (!listed)
      throw new UsageError(`There is no command \`${name}\`; the commands are ${Object.keys(commands).join(', ')}.`);
    const command = await listed.load();
    if (wantsHelp) {
      io.out(helpOf(name, listed.summary, command));
      return EXIT.done;
    }
    const { options, argument, more } = argumentsOf(name, command, rest);
    if (!command.options.includes('config')) return await command.run(options, io, argument, undefined, more);
    const configuration = await readConfiguration(options, io);
    return await command.run(withConfiguration(options, configuration), io, argument, configuration, more);
  } catch (error) {
    if (!isEnvironment(error)) throw error;
    io.err(error instanceof ReportedError ? error.report : visible(error.message));
    return EXIT.usage;
  }
}

/** Usage, or what the system refuses: no permission, no space, a port that is taken. All else is a mistake of ours. */
function isEnvironment(error: unknown): error is Error {
  return error instanceof UsageError || (error instanceof Error && 'syscall' in error);
}

/** What follows the name of a command. Throws a {@link UsageError} for what the command does not take. */
function argumentsOf(
  name: string,
  command: Command,
  argv: string[],
): { options: Options; argument: string | undefined; more: string[] } {
  const { values, positionals } = parsed(name, command, argv);
  const [argument, ...more] = positionals;
  const [second] = more;
  if (second !== undefined && !command.many)
    throw new UsageError(`\`${name}\` takes only one ${command.argument}; remove \`${second}\`.`);
  return { options: values, argument, more };
}

function parsed(name: string, command: Command, args: string[]) {
  const taken: ReadonlySet<string> = new Set(command.options);
  const refuse = (what: string | undefined) => {
    const known = [...taken].map((it) => `--${it}`).join(', ');
    return new UsageError(`${what}; \`${name}\` takes ${known || 'no options'}.`);
  };
  try {
    const allowPositionals = command.argument !== undefined;
    const given = parseArgs({ args, options: FLAGS, strict: true, allowPositionals });
    const other = Object.keys(given.values).find((it) => !taken.has(it));
    if (other !== undefined) throw refuse(`Unknown option '--${other}'`);
    return given;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // what follows the first sentence is advice that does not fit here
    throw refuse(error.message.split(/\.\s/)[0]);
  }
}
