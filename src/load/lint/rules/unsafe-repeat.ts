import { codesOf, partOf } from '../../draft.ts';
import type { Rule } from '../rule.ts';

export const unsafeRepeat: Rule = {
  id: 'unsafe-repeat',
  level: 'warning',
  summary:
    "Where a policy retries an operation that isn't idempotent (POST, PATCH; RFC 9110, 9.2.2), its `reason` says why that is safe.",
  check: (api) =>
    codesOf(api).flatMap((code) => {
      const { retry, operations = [] } = code.entry;
      const unsafe = operations.find(({ operation }) => /^(?:POST|PATCH)\b/.test(operation));
      if (!unsafe || !retry || retry.reason || !['backoff', 'retry-after'].includes(retry.policy)) return [];
      return [
        {
          at: partOf(code, 'retry', 'policy'),
          message: `The policy of \`${code.code}\` retries \`${unsafe.operation}\`, which isn't idempotent and could take effect twice.`,
          fix: 'Write `retry: { policy, reason }`, and say in the reason when a retry is safe.',
        },
      ];
    }),
};
