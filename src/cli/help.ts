import type { Command } from './command.ts';
import { FLAGS, type FlagName } from './flags.ts';
import { calling } from './tool.ts';

/** All commands, each with what it does. */
export function overview(commands: Readonly<Record<string, { summary: string }>>): string {
  const names = Object.keys(commands);
  const width = names.reduce((widest, name) => Math.max(widest, name.length), 0);
  return [
    'errorbook: checks an error registry and builds the site that error messages link to',
    '',
    ...Object.entries(commands).map(([name, { summary }]) => `  ${calling(name.padEnd(width))}  ${summary}`),
    '',
    `${calling('COMMAND', '--help')} lists the options of a command.`,
  ].join('\n');
}

/** What one command does, and each of its options. */
export function helpOf(name: string, summary: string, command: Command): string {
  const flags = command.options.map((flag) => [flagText(flag, command), FLAGS[flag].about] as const);
  const width = flags.reduce((widest, [text]) => Math.max(widest, text.length), 0);
  const takes = [command.argument && `[${command.argument}]`, flags.length > 0 && '[OPTIONS]'].filter(Boolean);
  return [
    summary,
    '',
    `  ${calling(name, takes.join(' '))}`,
    '',
    ...flags.map(([text, about]) => `  ${text.padEnd(width)}  ${about}.`),
  ].join('\n');
}

function flagText(name: FlagName, { values }: Command): string {
  const flag = FLAGS[name];
  const value = values?.[name] ?? ('value' in flag ? flag.value : undefined);
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}
