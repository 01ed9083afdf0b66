import { bench } from './bench.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { dev } from './dev.ts';
import { generate } from './generate.ts';
import type { ExitStatus, Io } from './io.ts';
import { mock } from './mock.ts';
import { start } from './start.ts';

/** A command: what it takes, and what it does. */
export interface Command {
  summary: string;
  options: Record<string, { type: 'string' | 'boolean' }>;
  run(options: Record<string, string | boolean | undefined>, io: Io): Promise<ExitStatus>;
}

/** Every command by name. */
export const commands: Record<string, Command> = { check, build, start, dev, generate, mock, bench };
