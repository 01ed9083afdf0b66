import type { ExitStatus, Io } from './io.ts';

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
