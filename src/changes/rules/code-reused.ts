import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';

export const codeReused: ChangeRule = {
  id: 'code-reused',
  level: 'breaking',
  summary: 'A code means another error now: what it said is said of another code, or almost nothing of it is left.',
  reason: 'Callers handle it as the error it was, and so do the wrong thing without noticing.',
  check: ({ codes, after }) => {
    const reused = codes.filter((pair) => pair.reused);
    if (reused.length === 0) return [];
    const successors = new Map(after.codes.map(({ code, meaning }) => [meaning, code]));
    return reused.map(({ about, before, after }) => {
      const successor = successors.get(before.meaning);
      const rest = successor === undefined ? '' : ` What it meant is ${named(successor)} now.`;
      return {
        ...about,
        what: `${named(before.code)} has been given to another error.${rest}`,
        before: before.meaning,
        after: after.meaning,
        fix: 'Give the other error a code of its own, and retire this one if it is no longer sent.',
      };
    });
  },
};
