import { isSent, lifecycleOf } from '../../model/lifecycle.ts';
import { named } from '../../model/named.ts';
import { endOfLifeText } from '../end-of-life.ts';
import type { ChangeRule } from '../rule.ts';

export const codeRetiredAtOnce: ChangeRule = {
  id: 'code-retired-at-once',
  level: 'risky',
  summary: 'A code is no longer sent, without having been deprecated before.',
  reason: 'Callers had no time to see what comes in its place.',
  check: ({ changed }) =>
    changed
      .filter(({ before, after }) => lifecycleOf(before) === 'active' && !isSent(after))
      .map(({ about, before, after }) => ({
        ...about,
        part: lifecycleOf(after),
        what: `${named(before.code)} is no longer sent, and was not deprecated before.`,
        after: endOfLifeText(after.retired) ?? 'reserved',
        fix: 'Give it `deprecated: { since, replacedBy, reason }` for a release or two first.',
      })),
};
