import type { Path, Range, SyntaxProblem } from './document.ts';

/** Deeper than any registry goes, and far from the end of any reader's stack. */
export const DEEPEST = 64;

/** The path to a value that stands deeper than a registry may go; undefined where there is none. */
export function tooDeep(value: unknown): Path | undefined {
  const waiting: { value: unknown; path: Path }[] = [{ value, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.path.length >= DEEPEST) return next.path;
    for (const [key, inner] of Object.entries(next.value)) {
      if (typeof inner === 'object') waiting.push({ value: inner, path: [...next.path, key] });
    }
  }
  return undefined;
}

/** The words for a file that is nested so deeply that it is not read. */
export function nestingProblem(range: Range): SyntaxProblem {
  return {
    kind: 'syntax',
    message: `This is nested more than ${DEEPEST} levels deep, so the file was not read.`,
    fix: 'Look for brackets or indentation that were never closed; no entry needs a tenth of that.',
    range,
  };
}
