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
 * Declares a test: `holds` must not throw for any input. The test makes a fixed number of runs, the same inputs each
 * time, and a failure names the smallest input found and how to try it again.
 */
export function always<T>(name: string, runs: number, inputs: fc.Arbitrary<T>, holds: (input: T) => void): void {
  test(name, () => {
    const seen = watched(name, runs * TIMES);
    const property = fc.property(inputs, (input) => {
      const before = performance.now();
      holds(input);
      seen.one(before);
    });
    report(name, fc.check(property, settings(runs)));
    seen.end();
  });
}

/** The same for what answers later. */
export function alwaysLater<T>(
  name: string,
  runs: number,
  inputs: fc.Arbitrary<T>,
  holds: (input: T) => Promise<void>,
): void {
  test(name, async () => {
    const seen = watched(name, runs * TIMES);
    const property = fc.asyncProperty(inputs, async (input) => {
      const before = performance.now();
      await holds(input);
      seen.one(before);
    });
    report(name, await fc.check(property, settings(runs)));
    seen.end();
  });
}

function settings(runs: number) {
  return { numRuns: Math.ceil(runs * TIMES), seed: SEED, ...(PATH && { path: PATH }) };
}

function report<T>(name: string, details: fc.RunDetails<[T]>): void {
  if (!details.failed) return;
  const { seed, counterexamplePath } = details;
  assert.fail(`${fc.defaultReportMessage(details)}\n\nTry it again: ${replay(name, seed, counterexamplePath)}`);
}

function replay(name: string, seed: number, path: string | null): string {
  return `npm run fuzz -- --only ${JSON.stringify(name)} --seed ${seed}${path === null ? '' : ` --path ${path}`}`;
}

/** Counts the runs, and on a terminal shows how far they are and how long the slowest took. */
function watched(name: string, total: number) {
  const { stderr } = process;
  let [runs, slowest, shown] = [0, 0, 0];
  const show = (end: string) => {
    const counted = `${runs.toLocaleString('en')} of ${Math.ceil(total).toLocaleString('en')}`;
    stderr.write(`${stderr.isTTY ? '\r\u001b[K' : ''}${counted} · slowest ${slowest.toFixed(0)} ms · ${name}${end}`);
  };
  return {
    /** One run is over that began at a time. */
    one(before: number): void {
      const now = performance.now();
      runs++;
      slowest = Math.max(slowest, now - before);
      if (now - shown < (stderr.isTTY ? 200 : 30_000) || (TIMES <= 1 && !stderr.isTTY)) return;
      shown = now;
      show(stderr.isTTY ? '' : '\n');
    },
    end: () => {
      if (stderr.isTTY || TIMES > 1) show('\n');
    },
  };
}
