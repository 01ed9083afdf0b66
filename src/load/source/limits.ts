import type { Path, Range, SyntaxProblem } from './document.ts';

/** Deeper than any registry goes, and far from the end of any reader's stack. */
export const DEEPEST = 64;

/** More than any list or mapping of a registry holds, and few enough to be checked within seconds. */
const MOST_ENTRIES = 100_000;

/** A value with which a file is larger than a registry may be, and the problem at its range. */
interface Beyond {
  path: Path;
  problem(range: Range): SyntaxProblem;
}

/** The first value that is nested too deeply or holds too many others; undefined where there is none. */
export function beyondLimits(value: unknown, depth = 0): Beyond | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth >= DEEPEST) return { path: [], problem: nestingProblem };
  const keys = Object.keys(value);
  if (keys.length > MOST_ENTRIES) return { path: [], problem: (range) => sizeProblem(keys.length, range) };
  for (const key of keys) {
    const found = beyondLimits(Reflect.get(value, key), depth + 1);
    if (found) return { ...found, path: [key, ...found.path] };
  }
  return undefined;
}

/** The words for a file that is nested so deeply that it is not read. */
export function nestingProblem(range: Range): SyntaxProblem {
  return {
    kind: 'syntax',
    message: `This is nested more than ${DEEPEST} levels deep, so the file was not read.`,
    fix: 'Look for an unclosed bracket or wrong indentation; no entry needs a tenth of that depth.',
    range,
  };
}

function sizeProblem(entries: number, range: Range): SyntaxProblem {
  const [found, most] = [entries, MOST_ENTRIES].map((it) => it.toLocaleString('en'));
  return {
    kind: 'syntax',
    message: `This has ${found} entries, but a list or mapping can have at most ${most}, so the file was not read.`,
    fix: 'Split the domain if these are its codes; any other list of that length is a mistake.',
    range,
  };
}
