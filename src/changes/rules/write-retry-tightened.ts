import type { ChangeRule } from '../rule.ts';
import { effectsThatAre, keysThatAre } from '../writes.ts';

export const writeRetryTightened: ChangeRule = {
  id: 'write-retry-tightened',
  level: 'breaking',
  summary:
    'Fewer writes may be retried: after a code the request may have been carried out now, or the API honors idempotency keys no longer, for fewer operations or in another header.',
  reason: 'Clients retry a write that they trusted not to take effect twice.',
  check: (pair) => [
    ...effectsThatAre('tighter', pair).map((found) => ({
      ...found,
      fix: 'Send the less certain case with a new code, and leave the effect of this one.',
    })),
    ...keysThatAre('gone', pair).map((found) => ({
      ...found,
      fix: 'Go on honoring the key in the old header and for the old operations.',
    })),
  ],
};
