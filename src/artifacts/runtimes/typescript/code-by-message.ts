// begin left out
import { valueAt } from './policies.ts';
import { CODE_PATHS, type ErrorCode, MESSAGE_PATHS, MESSAGES, STATUS_PATHS } from './sample.ts';
import type { Path } from './types.ts';
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
  const given = status ?? firstAt(body, STATUS_PATHS);
  const message = firstAt(body, MESSAGE_PATHS);
  const entry = MESSAGES.find(([, text, statuses]) => text === message && (given === undefined || statuses.includes(String(given))));
  return entry?.[0];
}

function firstAt(body: unknown, paths: readonly Path[]): unknown {
  return paths.map((path) => valueAt(body, path)).find((value) => value !== undefined);
}
