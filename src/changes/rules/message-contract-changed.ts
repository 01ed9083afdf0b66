import { named } from '../../model/named.ts';
import { hasOtherMessage, isIdentifiedByMessage } from '../messages.ts';
import type { ChangeRule } from '../rule.ts';

export const messageContractChanged: ChangeRule = {
  id: 'message-contract-changed',
  level: 'breaking',
  summary: 'The message of an entry changed in an API whose bodies have no code.',
  reason: 'Only the message identifies the entry among others with its status, so callers have to match on it.',
  check: ({ changed, before: api }) =>
    changed
      .filter((pair) => hasOtherMessage(pair) && isIdentifiedByMessage(api, pair.before))
      .map(({ about, before, after }) => ({
        ...about,
        part: 'message',
        what: `The message that identifies ${named(before.code)} ${before.message === undefined ? 'is new' : 'changed'}.`,
        before: before.message,
        after: after.message,
        fix: 'Restore the message, or first add a code to the body.',
      })),
};
