import { Session } from 'node:inspector/promises';

/**
 * Counts work: the result tells how much of this project's code a function runs, for each block of `src/` how often it was
 * entered, summed up. Unlike time it is the same on every machine. What the engine does inside of one call, such as a
 * search in a text, counts as nothing.
 */
export async function workCounter(): Promise<(run: () => unknown) => Promise<number>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return async (run) => {
    // what was counted before is forgotten
    await session.post('Profiler.takePreciseCoverage');
    run();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const blocks = result
      .filter(({ url }) => url.includes('/src/') && !url.includes('/node_modules/'))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges));
    return blocks.reduce((sum, { count }) => sum + count, 0);
  };
}
