import { named } from '../../model/named.ts';
import { hasOtherMessage, isIdentifiedByMessage } from '../messages.ts';
import type { ChangeRule } from '../rule.ts';

export const messageContractChanged: ChangeRule = {
  id: 'message-contract-changed',
  level: 'breaking',
  summary: 'The message of an entry changed in an API whose bodies carry no code.',
  reason: 'There the message is all that tells the entry from others with its status, so callers have to match on it.',
  check: ({ changed, before: api }) =>
    changed
      .filter((pair) => hasOtherMessage(pair) && isIdentifiedByMessage(api, pair.before))
      .map(({ about, before, after }) => ({
        ...about,
        part: 'message',
        what: `The message by which callers tell ${named(before.code)} from other entries ${before.message === undefined ? 'is new' : 'changed'}.`,
        before: before.message,
        after: after.message,
        fix: 'Leave the message as it was, or send a code in the body first.',
      })),
};
