import { isSent, lifecycleOf } from '../../model/lifecycle.ts';
import { named } from '../../model/named.ts';
import { endOfLifeText } from '../end-of-life.ts';
import type { ChangeRule } from '../rule.ts';

export const codeRetiredAtOnce: ChangeRule = {
  id: 'code-retired-at-once',
  level: 'risky',
  summary: 'A code is no longer sent and was never deprecated.',
  reason: 'Callers had no time to prepare for what replaces it.',
  check: ({ changed }) =>
    changed
      .filter(({ before, after }) => lifecycleOf(before) === 'active' && !isSent(after))
      .map(({ about, before, after }) => ({
        ...about,
        part: lifecycleOf(after),
        what: `${named(before.code)} is no longer sent, but was never deprecated.`,
        after: endOfLifeText(after.retired) ?? 'reserved',
        fix: 'Deprecate it for a release or two first: `deprecated: { since, replacedBy, reason }`.',
      })),
};
