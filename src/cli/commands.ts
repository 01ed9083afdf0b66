import { build } from './build.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { coverage } from './coverage.ts';
import { dev } from './dev.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { generate } from './generate.ts';
import { importErrors } from './import.ts';
import { init } from './init.ts';
import { merge } from './merge.ts';
import { mock } from './mock.ts';
import { preview } from './preview.ts';
import { release } from './release.ts';
import { start } from './start.ts';
import { workflowCommands } from './workflow-commands.ts';

/** Every command by name. */
export const commands: Record<string, Command> = {
  init,
  check,
  diff,
  build,
  merge,
  start,
  dev,
  generate,
  mock,
  explain,
  coverage,
  import: importErrors,
  release,
  preview,
  ...workflowCommands,
};
