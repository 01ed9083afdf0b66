import { bench } from './bench.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { coverage } from './coverage.ts';
import { dev } from './dev.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { generate } from './generate.ts';
import type { ExitStatus, Io } from './io.ts';
import { mock } from './mock.ts';
import { preview } from './preview.ts';
import { release } from './release.ts';
import { start } from './start.ts';
import { workflowCommands } from './workflow-commands.ts';

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
export const commands: Record<string, Command> = {
  check,
  diff,
  build,
  start,
  dev,
  generate,
  mock,
  explain,
  coverage,
  release,
  preview,
  ...workflowCommands,
  bench,
};
