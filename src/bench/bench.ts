import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EXIT, type ExitStatus, type Io, progress, UsageError } from '../cli/io.ts';
import { toolVersion } from '../cli/tool.ts';
import { commitNow, entryOf, figuresBefore, readHistory, writeHistory } from './history.ts';
import { formatVerdicts, verdictsOn } from './limits.ts';
import { measure } from './measure.ts';
import { peersHere } from './peers/peers.ts';
import { RunError } from './run.ts';
import { formatResults } from './tables.ts';

const SIZES = '100,1000,10000';

/** Where the runs are kept, unless `--history` names another file. */
const HISTORY = 'bench-history.json';

const OPTIONS = {
  codes: { type: 'string', default: SIZES },
  history: { type: 'string', default: HISTORY },
  hugo: { type: 'string' },
  eleventy: { type: 'string' },
} as const;

/**
 * Measures checking and building generated registries, prints all figures, and adds them to the history. Ends with 1 if a limit is
 * exceeded. `--codes` lists the sizes, `--hugo` and `--eleventy` name programs that build the same content; `measuring` does the work.
 */
export async function bench(argv: string[], io: Io, measuring: typeof measure = measure): Promise<ExitStatus> {
  try {
    const { values } = parseArgs({ args: argv, options: OPTIONS });
    const sizes = sizesOf(values.codes);
    const file = resolve(io.cwd, values.history);
    const history = await readHistory(file);
    const named = (path: string | undefined) => (path === undefined ? undefined : resolve(io.cwd, path));
    const peers = peersHere({ hugo: named(values.hugo), eleventy: named(values.eleventy) });
    const folder = mkdtempSync(join(tmpdir(), 'errorbook-bench-'));
    const forget = cleanAtTheEnd(folder);
    try {
      const results = await measuring(sizes, peers, folder, (what, work) => whileShowing(io, what, work));
      const verdicts = verdictsOn(results);
      const before = figuresBefore(history, results.machine);
      io.out([...formatResults(results), '', ...formatVerdicts(verdicts, before)].join('\n'));
      const now = { date: new Date().toISOString(), commit: commitNow(), version: toolVersion() };
      await writeHistory(file, history, entryOf(results, now));
      return verdicts.every(({ isHeld }) => isHeld) ? EXIT.done : EXIT.registryHasErrors;
    } finally {
      forget();
    }
  } catch (error) {
    if (error instanceof RunError) return failed(io, error, EXIT.registryHasErrors);
    if (error instanceof UsageError || isUnknownOption(error)) return failed(io, error, EXIT.usage);
    throw error;
  }
}

/** What `parseArgs` throws for arguments that it does not know. */
function isUnknownOption(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function failed(io: Io, { message }: Error, status: ExitStatus): ExitStatus {
  io.err(message);
  return status;
}

function sizesOf(list: string): number[] {
  const sizes = list.split(',').map((part) => (/^[1-9]\d{0,5}$/.test(part.trim()) ? Number(part) : Number.NaN));
  if (sizes.some(Number.isNaN))
    throw new UsageError(`--codes takes numbers of codes with commas between, such as ${SIZES}, not \`${list}\`.`);
  return [...new Set(sizes)].sort((a, b) => a - b);
}

async function whileShowing<T>(io: Io, what: string, work: () => Promise<T>): Promise<T> {
  const done = progress(io, what);
  try {
    return await work();
  } finally {
    done();
  }
}

/** Removes the folder however the process ends; call the result to remove it earlier. */
function cleanAtTheEnd(folder: string): () => void {
  const clean = () => rmSync(folder, { recursive: true, force: true });
  const interrupted = (signal: NodeJS.Signals) => process.exit(signal === 'SIGINT' ? 130 : 143);
  process.once('exit', clean);
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  return () => {
    clean();
    process.off('exit', clean);
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
  };
}
