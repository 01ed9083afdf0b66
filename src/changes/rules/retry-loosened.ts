import { isRetryable } from '../../model/effect.ts';
import { policyText, retriesThatAre } from '../retry.ts';
import type { ChangeRule } from '../rule.ts';

export const retryLoosened: ChangeRule = {
  id: 'retry-loosened',
  level: 'risky',
  summary: 'A retry policy, also that for unknown codes, allows more.',
  reason: 'Nothing breaks, but programs that gave up may now retry, so retries must be safe for every operation.',
  check: (pair) =>
    retriesThatAre('looser', pair).map(({ about, part, whose, before, after }) => {
      const crossed = before && after && !isRetryable(before) && isRetryable(after) ? ' It is now retryable.' : '';
      return {
        ...about,
        part,
        what: `The retry policy of ${whose} is looser.${crossed}`,
        before: policyText(before),
        after: policyText(after),
      };
    }),
};
