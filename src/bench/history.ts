import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { UsageError } from '../cli/io.ts';
import { writeWhole } from '../cli/output/write-whole.ts';
import { verdictsOn } from './limits.ts';
import type { Machine, Results } from './results.ts';

/** One run of the bench, as the history keeps it. */
interface Entry extends Results {
  /** When it ended (ISO 8601, UTC). */
  date: string;
  /** The commit that was measured, with `-dirty` where files differed from it; empty outside of a repository. */
  commit: string;
  /** The versions of the programs that were measured, by name. */
  versions: Record<string, string>;
  /** What is held against limits, by the names of these. */
  figures: Record<string, number>;
}

/** Of earlier entries, whichever version wrote them, only this is read. */
const ENTRIES = z.array(
  z.looseObject({
    machine: z.looseObject({ processor: z.string(), processors: z.number() }),
    figures: z.record(z.string(), z.number()),
  }),
);

export type History = z.infer<typeof ENTRIES>;

/** The runs that a file has, the latest last; none where there is no file. Throws a {@link UsageError} for another file. */
export async function readHistory(file: string): Promise<History> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '[]';
    throw error;
  });
  const read = ENTRIES.safeParse(parsed(text));
  if (read.success) return read.data;
  throw new UsageError(`${file} is not a history of benchmarks; name another file with --history.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The figures of the latest run on the same kind of machine; none where there is none. */
export function figuresBefore(history: History, machine: Machine): Record<string, number> {
  const isSame = (other: History[number]['machine']) =>
    other.processor === machine.processor && other.processors === machine.processors;
  return history.findLast((entry) => isSame(entry.machine))?.figures ?? {};
}

/** A run as the history keeps it. */
export function entryOf(results: Results, at: { date: string; commit: string; version: string }): Entry {
  const peers = results.peers.map(({ name, version }) => [name, version] as const);
  const figures = verdictsOn(results).flatMap(({ limit, figure }) =>
    figure === undefined ? [] : [[limit.name, figure] as const],
  );
  return {
    date: at.date,
    commit: at.commit,
    versions: { Errorbook: at.version, ...Object.fromEntries(peers) },
    figures: Object.fromEntries(figures),
    ...results,
  };
}

/** Writes the history with one more run, a line for each. */
export async function writeHistory(file: string, history: History, entry: Entry): Promise<void> {
  const lines = [...history, entry].map((it) => JSON.stringify(it));
  await writeWhole(file, `[\n${lines.join(',\n')}\n]\n`);
}

/** The commit of this program's own files. */
export function commitNow(): string {
  const cwd = fileURLToPath(new URL('.', import.meta.url));
  try {
    const args = ['describe', '--always', '--abbrev=40', '--dirty', '--exclude', '*'];
    return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}
