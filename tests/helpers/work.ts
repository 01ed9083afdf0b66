import { Session } from 'node:inspector/promises';

/**
 * Counts work: the result tells how much of this project's code a function runs, for each block of `src/` by its place how
 * often it was entered. Unlike time it is the same on every machine. What the engine does inside of one call, such as a
 * search in a text, counts as nothing.
 */
export async function workCounter(): Promise<(run: () => unknown) => Promise<Map<string, number>>> {
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
