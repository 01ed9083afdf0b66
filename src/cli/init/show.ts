import type { Step } from '../../init/index.ts';
import { visible } from '../format/visible.ts';

/** A plan as lines: what is created, extended and left as it is, each with its reason. */
export function shownSteps(steps: readonly Step[]): string[] {
  const width = steps.reduce((widest, { path }) => Math.max(widest, path.length), 0);
  return steps.flatMap(({ action, path, about, advice }) => [
    `${action.padEnd(6)}  ${visible(path).padEnd(width)}  ${visible(about)}`,
    ...(advice === undefined
      ? []
      : advice
          .trimEnd()
          .split('\n')
          .map((line) => `          ${visible(line)}`)),
  ]);
}
