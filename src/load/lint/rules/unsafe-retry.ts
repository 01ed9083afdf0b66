import { effectOfStatuses, isKeyedOperation, isRetryable, isWrite } from '../../../model/effect.ts';
import { methodOf } from '../../../model/request.ts';
import { codesOf, isRefused } from '../../draft.ts';
import { casesOf } from '../cases.ts';
import type { Rule } from '../rule.ts';

export const unsafeRetry: Rule = {
  id: 'unsafe-retry',
  level: 'warning',
  summary:
    'Where a policy retries a write (POST, PATCH; RFC 9110, 9.2.2) that may have been carried out, `effect`, `idempotency` or the `reason` says how that is safe.',
  check: (api) =>
    codesOf(api)
      .filter((code) => code.entry.operations && !isRefused(code, 'effect'))
      .flatMap((code) => casesOf(code, 'status', 'retry'))
      .flatMap(({ entry, name, at }) => {
        const { retry, operations = [], status = [], effect = effectOfStatuses(status) } = entry;
        if (!retry || retry.reason || !isRetryable(retry) || effect === 'none') return [];
        const { idempotency } = api.entry;
        const unsafe = operations.find(
          ({ operation }) => isWrite(methodOf(operation) ?? 'GET') && !isKeyedOperation({ idempotency }, operation),
        );
        if (!unsafe) return [];
        return [
          {
            at: at('retry', 'policy'),
            message: `The policy of ${name} retries \`${unsafe.operation}\`, which isn't idempotent and could take effect twice.`,
            fix: 'Write `effect: none` if the request was not carried out, or say in the `reason` when a retry is safe.',
          },
        ];
      }),
};
