import { isSent, lifecycleOf } from '../../model/lifecycle.ts';
import { named } from '../../model/named.ts';
import { endOfLifeText } from '../end-of-life.ts';
import type { ChangeRule } from '../rule.ts';

export const codeRevived: ChangeRule = {
  id: 'code-revived',
  level: 'risky',
  summary: 'A retired code is sent again.',
  reason: 'Callers may have removed their handling of it.',
  check: ({ changed, referencesAfter }) =>
    changed
      .filter(({ before, after }) => lifecycleOf(before) === 'retired' && isSent(after))
      .map(({ about, before }) => ({
        ...about,
        part: 'retired',
        what: `${named(before.code)} was retired and is now sent again.`,
        before: endOfLifeText(before.retired, referencesAfter),
        after: 'sent',
      })),
};
