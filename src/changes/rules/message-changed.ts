import { named } from '../../model/named.ts';
import { hasOtherMessage, isIdentifiedByMessage } from '../messages.ts';
import type { ChangeRule } from '../rule.ts';
import { happened } from '../values.ts';

export const messageChanged: ChangeRule = {
  id: 'message-changed',
  level: 'risky',
  summary: 'The default message of a code changed.',
  reason: "Some callers match on messages although they shouldn't, and people search logs for them.",
  check: ({ changed, before: api }) =>
    changed
      .filter((pair) => hasOtherMessage(pair) && !isIdentifiedByMessage(api, pair.before))
      .map(({ about, before, after }) => ({
        ...about,
        part: 'message',
        what: happened(`The message of ${named(before.code)}`, before.message, after.message),
        before: before.message,
        after: after.message,
      })),
};
