import { isSent, phaseOf } from '../../model/lifecycle.ts';
import { named } from '../../model/named.ts';
import { farewellText } from '../end-of-life.ts';
import type { ChangeRule } from '../rule.ts';

export const codeRevived: ChangeRule = {
  id: 'code-revived',
  level: 'risky',
  summary: 'A retired code is sent again.',
  reason: 'Callers have taken their handling of it away.',
  check: ({ changed, referencesAfter }) =>
    changed
      .filter(({ before, after }) => phaseOf(before) === 'retired' && isSent(after))
      .map(({ about, before }) => ({
        ...about,
        part: 'retired',
        what: `${named(before.code)} was retired and is sent again.`,
        before: farewellText(before.retired, referencesAfter),
        after: 'sent',
      })),
};
