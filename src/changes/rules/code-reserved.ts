import { lifecycleOf } from '../../model/lifecycle.ts';
import { named } from '../../model/named.ts';
import { endOfLifeText } from '../end-of-life.ts';
import type { ChangeRule } from '../rule.ts';

export const codeReserved: ChangeRule = {
  id: 'code-reserved',
  level: 'safe',
  summary: 'A code is reserved: set aside, but not sent.',
  reason: 'No caller can receive it.',
  check: ({ added, changed, referencesAfter }) => [
    ...added
      .filter((code) => lifecycleOf(code) === 'reserved')
      .map(({ code, meaning }) => ({ code, what: `${named(code)} is reserved and not sent.`, after: meaning })),
    ...changed
      .filter(({ before, after }) => lifecycleOf(before) === 'retired' && lifecycleOf(after) === 'reserved')
      .map(({ about, before }) => ({
        ...about,
        part: 'reserved',
        what: `${named(before.code)}, which was retired, is now reserved.`,
        before: endOfLifeText(before.retired, referencesAfter),
        after: 'reserved',
      })),
  ],
};
