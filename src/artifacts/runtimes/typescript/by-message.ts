// begin left out
import { valueAt } from './policies.ts';
import { type ErrorCode, MESSAGE_PATHS, MESSAGES, STATUS_PATHS } from './sample.ts';
import type { Path } from './types.ts';

// end left out

/** The entry with this status and default message. */
function codeByMessage(body: unknown, status?: number): ErrorCode | undefined {
  const given = status ?? firstAt(body, STATUS_PATHS);
  const message = firstAt(body, MESSAGE_PATHS);
  const entry = MESSAGES.find(
    ([, text, statuses]) => text === message && (given === undefined || statuses.includes(String(given))),
  );
  return entry?.[0];
}

function firstAt(body: unknown, paths: readonly Path[]): unknown {
  return paths.map((path) => valueAt(body, path)).find((value) => value !== undefined);
}

// begin left out
export { codeByMessage };
// end left out
