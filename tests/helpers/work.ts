import assert from 'node:assert/strict';
import { Session } from 'node:inspector/promises';

/**
 * Counts work: the result tells how much of this project's code a function runs, for each block of `src/` by its place how
 * often it was entered. Unlike time it is the same on every machine. What the engine does inside of one call, such as a
 * search in a text, counts as nothing.
 */
async function workCounter(): Promise<(run: () => unknown) => Promise<Map<string, number>>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return async (run) => {
    // what was counted before is forgotten
    await session.post('Profiler.takePreciseCoverage');
    run();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const counts = new Map<string, number>();
    for (const { url, functions } of result) {
      if (!url.includes('/src/') || url.includes('/node_modules/')) continue;
      for (const { startOffset, endOffset, count } of functions.flatMap(({ ranges }) => ranges)) {
        const place = `${url.replace(/^.*\/src\//, '')} ${startOffset}-${endOffset}`;
        counts.set(place, (counts.get(place) ?? 0) + count);
      }
    }
    return counts;
  };
}

/** What doubling an input may do to the work that it adds: it is 2 where the work grows with the input, 4 where with its square. */
const MOST_GROWTH = 2.8;

let counter: ReturnType<typeof workCounter> | undefined;

/** The first run also pays for what is prepared once, so it counts for nothing. */
const SIZES = [40, 40, 80, 160];

/** Asserts that no block of code is entered more often than in proportion to the size of what it is given. */
export async function holdsLinear(prepare: (size: number) => () => unknown): Promise<void> {
  counter ??= workCounter();
  const workOf = await counter;
  const work: Map<string, number>[] = [];
  for (const size of SIZES) work.push(await workOf(prepare(size)));
  for (const place of work[3]?.keys() ?? []) {
    const [, small = 0, double = 0, fourfold = 0] = work.map((counts) => counts.get(place) ?? 0);
    // the engine tells blocks apart only where their counts differ, so one may be new
    if (fourfold < 4000 || small === 0) continue;
    const growth = (fourfold - double) / (double - small);
    assert.ok(
      growth < MOST_GROWTH,
      `${place}: doubling adds ${growth.toFixed(2)} times the work: ${small}, ${double}, ${fourfold}`,
    );
  }
}
