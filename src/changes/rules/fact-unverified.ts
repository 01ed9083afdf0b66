import type { ChangeRule } from '../rule.ts';
import { marksOnlyIn } from '../unverified.ts';

export const factUnverified: ChangeRule = {
  id: 'fact-unverified',
  level: 'risky',
  summary: 'A status, message or retry policy is marked as unverified that was not.',
  reason: 'Callers rely on what the docs stated until now, and it may be wrong.',
  check: ({ changed }) =>
    changed.flatMap((pair) => marksOnlyIn('after', pair, "is no longer confirmed by the API's owner.")),
};
