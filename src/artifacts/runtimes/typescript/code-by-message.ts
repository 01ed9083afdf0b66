// begin left out
import { codeByMessage } from './by-message.ts';
import { valueAt } from './policies.ts';
import { CODE_PATHS, type ErrorCode } from './sample.ts';
// end left out

/**
 * The code that a body carries, known or not. Where it carries none, the entry with its status and default message;
 * undefined where there is no such entry, also where the message holds values. The status is read from the body
 * where it is not given.
 */
export function errorCodeOf(body: unknown, status?: number): ErrorCode | undefined {
  for (const path of CODE_PATHS) {
    const code = valueAt(body, path);
    if (typeof code === 'string' || typeof code === 'number') return String(code);
  }
  return codeByMessage(body, status);
}
