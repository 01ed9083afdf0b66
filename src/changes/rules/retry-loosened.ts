import { named } from '../../model/named.ts';
import { isRetryable, retriesThatAre } from '../retry.ts';
import type { ChangeRule } from '../rule.ts';

export const retryLoosened: ChangeRule = {
  id: 'retry-loosened',
  level: 'risky',
  summary: 'A retry policy lets callers do more; also that for unknown codes.',
  reason: 'Nothing breaks, but programs that gave up may now repeat, so repeating must be safe for every operation.',
  check: (pair) =>
    retriesThatAre('looser', pair).map(({ about, part, before, after }) => {
      const crossed = !isRetryable(before) && isRetryable(after) ? ' Not retryable became retryable.' : '';
      return {
        ...about,
        part,
        what: `The retry policy of ${'code' in about ? named(about.code) : 'unknown codes'} got looser.${crossed}`,
        before: before.policy,
        after: after.policy,
      };
    }),
};
