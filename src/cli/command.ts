import type { Configuration } from './configuration-file.ts';
import type { FlagName, Options } from './flags.ts';
import type { ExitStatus, Io } from './io.ts';

/** A command: what it takes, and what it does. */
export interface Command {
  /** The options that it takes, in the order in which help lists them. */
  options: readonly FlagName[];
  /** What the value of an option may be, where that depends on the command. */
  values?: Readonly<Partial<Record<FlagName, string>>>;
  /** What may be given beside the options, once unless `many`; none where it is left out. */
  argument?: string;
  many?: true;
  /**
   * Does it, where `options` has what the configuration says in the place of options that were not given.
   * Throws a `UsageError` for what the caller must change.
   */
  run(
    options: Options,
    io: Io,
    argument?: string | undefined,
    configuration?: Configuration | undefined,
    more?: readonly string[] | undefined,
  ): Promise<ExitStatus>;
}
