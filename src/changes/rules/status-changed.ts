import type { Code } from '../../model/registry.ts';
import { wasUnverified } from '../codes.ts';
import { factPairs } from '../operations.ts';
import type { ChangeRule } from '../rule.ts';

export const statusChanged: ChangeRule = {
  id: 'status-changed',
  level: 'breaking',
  summary: 'A code has another status, one more or one fewer.',
  reason: 'Clients, proxies and retry libraries act on the status before they read the body.',
  check: ({ changed }) =>
    factPairs(changed, 'statuses')
      .filter((pair) => setOf(pair.before) !== setOf(pair.after) && !wasUnverified(pair, 'status'))
      .map(({ about, before, after, part, whose }) => ({
        ...about,
        part: part('status'),
        what: `The status of ${whose} changed from ${listOf(before)} to ${listOf(after)}.`,
        before: listOf(before),
        after: listOf(after),
        fix: 'Send the new status with a new code, and deprecate this one.',
      })),
};

function setOf({ statuses }: Code): string {
  return statuses
    .map(({ status }) => String(status))
    .sort()
    .join();
}

function listOf({ statuses }: Code): string {
  return statuses.map(({ status }) => status).join(', ');
}
