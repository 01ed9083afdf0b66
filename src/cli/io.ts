import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { standing } from './standing.ts';
import { TOOL } from './tool.ts';

/** Where a command writes, so that tests can read it. */
export interface Io {
  /** The result. */
  out(text: string): void;
  /** Progress, and what went wrong with the command itself. */
  err(text: string): void;
  /** The folder that relative paths are relative to. */
  cwd: string;
  /** The day where the command runs, such as `2026-12-31`. */
  today: string;
  /** True where a person watches: colors on `out`, progress on `err`. */
  terminal: { out: boolean; err: boolean };
  /** How wide the terminal is that shows `out`; none where it is no terminal. */
  columns?: number | undefined;
  /** What is piped into the command; undefined where nothing is, and a person would have to type it. */
  input?(): Promise<string | undefined>;
  /** True on a machine for continuous integration, where nobody can be asked and the workflow decides. */
  ci?: boolean;
  /** Asks whoever watches; false unless the answer is `y` or `yes`, undefined where nobody can answer. */
  confirm?(question: string): Promise<boolean | undefined>;
  /** Where a person is asked, and answers; undefined where nobody is there. */
  dialog?: Dialog | undefined;
}

/** The two directions of a terminal. */
export interface Dialog {
  input: Readable;
  output: Writable;
}

/** The real streams of this process, which runs a command by its name. */
export function processIo(command?: string): Io {
  const colour = !process.env.NO_COLOR;
  for (const stream of [process.stdout, process.stderr]) stream.on('error', onStreamError);
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    cwd: standing({ cwd: process.cwd(), command, tool: TOOL, env: process.env }),
    today: localDay(new Date()),
    terminal: { out: colour && process.stdout.isTTY === true, err: process.stderr.isTTY === true && !process.env.CI },
    ci: !/^(?:|0|false)$/i.test(process.env.CI ?? ''),
    confirm,
    columns: process.stdout.isTTY === true ? process.stdout.columns : undefined,
    input: async () => (process.stdin.isTTY === true ? undefined : text(process.stdin)),
    dialog:
      process.stdin.isTTY === true && process.stderr.isTTY === true
        ? { input: process.stdin, output: process.stderr }
        : undefined,
  };
}

async function confirm(question: string): Promise<boolean | undefined> {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) return undefined;
  const asked = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/i.test((await asked.question(`${question} [y/N] `)).trim());
  } catch {
    // Ctrl-C and the end of the input are no agreement
    return false;
  } finally {
    asked.close();
  }
}

/** Whoever reads the output may stop early (`| head`): then nobody needs the rest, and the exit status stays as it is. */
function onStreamError(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** The day of a moment where this process runs, such as `2026-12-31`. */
export function localDay(moment: Date): string {
  const part = (number: number) => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${part(moment.getMonth() + 1)}-${part(moment.getDate())}`;
}

/** Exit statuses of every command. */
export const EXIT = { done: 0, registryHasErrors: 1, usage: 2 } as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** Wrong usage or a wrong environment: one line that says what and how to fix it; ends the command with status 2. */
export class UsageError extends Error {}

/** Wrong usage that takes more than a line to say: a report, safe to be shown. */
export class ReportedError extends UsageError {
  readonly report: string;

  constructor(message: string, report: string) {
    super(message);
    this.report = report;
  }
}

/** Shows on a terminal that work goes on, second by second; quiet elsewhere. Call the result when it is over. */
export function progress(io: Io, what: string): () => void {
  if (!io.terminal.err) return () => {};
  const started = Date.now();
  const show = () => process.stderr.write(`\r${what} … ${Math.round((Date.now() - started) / 1000)} s`);
  const timer = setInterval(show, 1000);
  return () => {
    clearInterval(timer);
    process.stderr.write('\r\u001b[K');
  };
}
