import type { ChangeRule } from '../rule.ts';
import { effectsThatAre, keysThatAre } from '../writes.ts';

export const writeRetryLoosened: ChangeRule = {
  id: 'write-retry-loosened',
  level: 'risky',
  summary:
    'More writes may be retried: after a code the request was not carried out, or the API honors idempotency keys for more operations.',
  reason: 'Nothing breaks, but programs that sent a write once may now retry it.',
  check: (pair) => [...effectsThatAre('looser', pair), ...keysThatAre('new', pair)],
};
