import { named } from '../../model/named.ts';
import { isRecounted, limitPart, limitText, pairLimits } from '../limits.ts';
import type { ChangeRule } from '../rule.ts';

export const limitTightened: ChangeRule = {
  id: 'limit-tightened',
  level: 'breaking',
  summary: 'A limit is lower, counted differently, or new.',
  reason: 'Requests within the old limit are now rejected.',
  check: (pair) => {
    const { kept, added } = pairLimits(pair);
    const lower = kept.filter(({ before, after }) => isRecounted(before, after) || after.max < before.max);
    return [
      ...lower.map(({ before, after }) => ({
        part: limitPart(before, pair),
        what: `The limit ${named(before.title)} is ${isRecounted(before, after) ? 'counted differently' : 'lower'}.`,
        before: limitText(before),
        after: limitText(after),
        fix: 'Announce the day of the change, and approve it until then.',
      })),
      ...added.map((limit) => ({
        part: limitPart(limit, pair),
        what: `The limit ${named(limit.title)} is new.`,
        after: limitText(limit),
        fix: "If the limit already existed and only wasn't documented, approve the change.",
      })),
    ];
  },
};
