import { named } from '../../model/named.ts';
import { isRecounted, limitPart, limitText, pairLimits } from '../limits.ts';
import type { ChangeRule } from '../rule.ts';

export const limitTightened: ChangeRule = {
  id: 'limit-tightened',
  level: 'breaking',
  summary: 'A limit is lower, counted otherwise, or new.',
  reason: 'Callers that kept to the old limit are refused.',
  check: (pair) => {
    const { kept, added } = pairLimits(pair);
    const lower = kept.filter(({ before, after }) => isRecounted(before, after) || after.max < before.max);
    return [
      ...lower.map(({ before, after }) => ({
        part: limitPart(before, pair),
        what: `The limit ${named(before.title)} is ${isRecounted(before, after) ? 'counted otherwise' : 'lower'}.`,
        before: limitText(before),
        after: limitText(after),
        fix: 'Announce the day, and approve the change until then.',
      })),
      ...added.map((limit) => ({
        part: limitPart(limit, pair),
        what: `The limit ${named(limit.title)} is new.`,
        after: limitText(limit),
        fix: 'If it has always held and was only not written down, approve the change.',
      })),
    ];
  },
};
