import { bench } from './bench.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { coverage } from './coverage.ts';
import { dev } from './dev.ts';
import { explain } from './explain.ts';
import { generate } from './generate.ts';
import type { ExitStatus, Io } from './io.ts';
import { start } from './start.ts';

/** A command: what it takes, and what it does. */
export interface Command {
  summary: string;
  options: Record<string, { type: 'string' | 'boolean' }>;
  /** What may stand on its own among the options, once; none where it is left out. */
  argument?: string;
  run(
    options: Record<string, string | boolean | undefined>,
    io: Io,
    argument?: string | undefined,
  ): Promise<ExitStatus>;
}

/** Every command by name. */
export const commands: Record<string, Command> = { check, build, start, dev, generate, explain, coverage, bench };
