import { named } from '../../model/named.ts';
import { isRetryable, retriesThatAre } from '../retry.ts';
import type { ChangeRule } from '../rule.ts';

export const retryTightened: ChangeRule = {
  id: 'retry-tightened',
  level: 'breaking',
  summary: 'A retry policy lets callers do less; also that for unknown codes.',
  reason: 'Programs keep retrying what must no longer be retried, or not like that.',
  check: (pair) =>
    retriesThatAre('tighter', pair).map(({ about, part, before, after }) => {
      const crossed = isRetryable(before) && !isRetryable(after) ? ' Retryable became not retryable.' : '';
      return {
        ...about,
        part,
        what: `The retry policy of ${'code' in about ? named(about.code) : 'unknown codes'} got stricter.${crossed}`,
        before: before.policy,
        after: after.policy,
        fix:
          'code' in about
            ? 'Send the stricter case with a new code, and leave the policy of this one.'
            : 'Leave the policy, and give entries to codes that must not be repeated.',
      };
    }),
};
