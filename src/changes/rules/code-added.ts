import { isSent, lifecycleOf } from '../../model/lifecycle.ts';
import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';

export const codeAdded: ChangeRule = {
  id: 'code-added',
  level: 'risky',
  summary: 'A code is new, or is sent or public for the first time.',
  reason: "Callers that handle a fixed list of codes receive one that isn't in it.",
  check: ({ added, codes }) => [
    ...added.filter(isSent).map(({ code, meaning }) => ({ code, what: `${named(code)} is new.`, after: meaning })),
    ...codes
      .filter(({ before, after }) => lifecycleOf(before) === 'reserved' && isSent(after))
      .map(({ about, before }) => ({
        ...about,
        part: 'reserved',
        what: `${named(before.code)}, which was reserved, is now sent.`,
        before: 'reserved',
        after: 'sent',
      })),
  ],
};
