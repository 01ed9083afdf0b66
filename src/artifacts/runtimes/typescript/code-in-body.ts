// begin left out
import { valueAt } from './policies.ts';
import { CODE_PATHS, type ErrorCode } from './sample.ts';
// end left out

/** The code that a body carries, known or not; undefined where it carries none. */
export function errorCodeOf(body: unknown): ErrorCode | undefined {
  for (const path of CODE_PATHS) {
    const code = valueAt(body, path);
    if (typeof code === 'string' || typeof code === 'number') return String(code);
  }
  return undefined;
}
