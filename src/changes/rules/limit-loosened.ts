import { named } from '../../model/named.ts';
import { isRecounted, limitPart, limitText, pairLimits } from '../limits.ts';
import type { ChangeRule } from '../rule.ts';

export const limitLoosened: ChangeRule = {
  id: 'limit-loosened',
  level: 'safe',
  summary: 'A limit is higher, or gone.',
  reason: 'Callers that stay within the old limit notice nothing.',
  check: (pair) => {
    const { kept, removed } = pairLimits(pair);
    const higher = kept.filter(({ before, after }) => !isRecounted(before, after) && after.max > before.max);
    return [
      ...higher.map(({ before, after }) => ({
        part: limitPart(before, pair),
        what: `The limit ${named(before.title)} is higher.`,
        before: limitText(before),
        after: limitText(after),
      })),
      ...removed.map((limit) => ({
        part: limitPart(limit, pair),
        what: `The limit ${named(limit.title)} is gone.`,
        before: limitText(limit),
      })),
    ];
  },
};
