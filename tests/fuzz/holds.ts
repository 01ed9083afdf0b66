import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

/** How often each property is tried, counted in the runs that the suite makes: 1 in the suite, more by hand. */
const TIMES = Number(process.env.ERRORBOOK_FUZZ_TIMES ?? 1);
/** The same in every run of the suite; by hand a new one each time, unless one is to be replayed. */
const SEED = Number(process.env.ERRORBOOK_FUZZ_SEED ?? 20261121);
/** Leads straight to the input that failed, and must come with its seed. */
const PATH = process.env.ERRORBOOK_FUZZ_PATH;

/**
 * Declares a test: `holds` must neither throw nor reject for any input. The test makes a fixed number of runs, the same
 * inputs each time, and a failure names the smallest input found and how to try it again.
 */
export function always<T>(
  name: string,
  runs: number,
  inputs: fc.Arbitrary<T>,
  holds: (input: T) => void | Promise<void>,
): void {
  test(name, async () => {
    const numRuns = runs * TIMES;
    const seen = watched(name, numRuns, holds);
    const property = fc.asyncProperty(inputs, seen.holds);
    const details = await fc.check(property, { numRuns, seed: SEED, ...(PATH && { path: PATH }) });
    seen.end();
    if (!details.failed) return;
    const { seed, counterexamplePath } = details;
    assert.fail(`${fc.defaultReportMessage(details)}\n\nTry it again: ${replay(name, seed, counterexamplePath)}`);
  });
}

function replay(name: string, seed: number, path: string | null): string {
  return `npm run fuzz -- --only ${JSON.stringify(name)} --seed ${seed}${path === null ? '' : ` --path ${path}`}`;
}

/** Counts the runs, and on a terminal shows how far they are and how long the slowest took. */
function watched<T>(name: string, total: number, holds: (input: T) => void | Promise<void>) {
  const { stderr } = process;
  let [runs, slowest, shown] = [0, 0, 0];
  const show = (now: number, end: string) => {
    shown = now;
    const counted = `${runs.toLocaleString('en')} of ${total.toLocaleString('en')}`;
    stderr.write(`\r\u001b[K${counted} · slowest ${slowest.toFixed(0)} ms · ${name}${end}`);
  };
  return {
    async holds(input: T): Promise<void> {
      const before = performance.now();
      await holds(input);
      const now = performance.now();
      runs++;
      slowest = Math.max(slowest, now - before);
      if (stderr.isTTY && now - shown > 200) show(now, '');
    },
    end: () => {
      if (stderr.isTTY || TIMES > 1) show(0, '\n');
    },
  };
}
