import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure } from './bench/measure.ts';
import { formatResults } from './bench/results.ts';
import { RunError } from './bench/run.ts';
import type { Command } from './commands.ts';
import { EXIT, type Io, progress, UsageError } from './io.ts';

const SIZES = '100,1000,10000';

export const bench: Command = {
  summary: `Measures checking and building generated registries, by default of ${SIZES} codes, against limits.`,
  options: { codes: { type: 'string' } },
  async run(options, io) {
    const sizes = sizesOf(String(options.codes ?? SIZES));
    const folder = mkdtempSync(join(tmpdir(), 'errorbook-bench-'));
    const forget = cleanAtTheEnd(folder);
    try {
      const results = await measure(sizes, folder, (what, work) => whileShowing(io, what, work));
      io.out(formatResults(results));
      return EXIT.done;
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      io.err(error.message);
      return EXIT.registryHasErrors;
    } finally {
      forget();
    }
  },
};

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

/** Takes the folder away whatever way the process ends; call the result once it may go. */
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
