import type { ChangeRule } from '../rule.ts';
import { marksOnlyIn } from '../unverified.ts';

export const factVerified: ChangeRule = {
  id: 'fact-verified',
  level: 'safe',
  summary: 'A status, message or retry policy that was marked as unverified no longer is.',
  reason: 'Callers may rely on more than before.',
  check: ({ changed }) => changed.flatMap((pair) => marksOnlyIn('before', pair, "is confirmed by the API's owner.")),
};
