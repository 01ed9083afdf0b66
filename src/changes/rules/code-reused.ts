import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';

export const codeReused: ChangeRule = {
  id: 'code-reused',
  level: 'breaking',
  summary: 'A code now means a different error: its texts are those of another code, or almost entirely new.',
  reason: 'Callers still handle the old error, so they do the wrong thing without noticing.',
  check: ({ codes, after }) => {
    const reused = codes.filter((pair) => pair.reused);
    if (reused.length === 0) return [];
    const successors = new Map(after.codes.map(({ code, meaning }) => [meaning, code]));
    return reused.map(({ about, before, after }) => {
      const successor = successors.get(before.meaning);
      const rest = successor === undefined ? '' : ` Its old meaning is now ${named(successor)}.`;
      return {
        ...about,
        what: `${named(before.code)} now means a different error.${rest}`,
        ...(before.meaning === after.meaning
          ? { before: before.message, after: after.message }
          : { before: before.meaning, after: after.meaning }),
        fix: 'Give the new error its own code, and retire this one if it is no longer sent.',
      };
    });
  },
};
