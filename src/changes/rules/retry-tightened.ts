import { isRetryable } from '../../model/effect.ts';
import { policyText, retriesThatAre } from '../retry.ts';
import type { ChangeRule } from '../rule.ts';

export const retryTightened: ChangeRule = {
  id: 'retry-tightened',
  level: 'breaking',
  summary: 'A retry policy, also that for unknown codes, allows less.',
  reason: 'Programs keep retrying what the API now says not to retry, or not like that.',
  check: (pair) =>
    retriesThatAre('tighter', pair).map(({ about, part, whose, before, after }) => {
      const crossed =
        before && after && isRetryable(before) && !isRetryable(after) ? ' It is no longer retryable.' : '';
      return {
        ...about,
        part,
        what: `The retry policy of ${whose} is stricter.${crossed}`,
        before: policyText(before),
        after: policyText(after),
        fix:
          'code' in about
            ? 'Send a new code for the stricter case, and keep the policy of this one.'
            : 'Keep the policy, and add entries for the codes that must not be retried.',
      };
    }),
};
