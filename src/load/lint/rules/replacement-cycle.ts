import { partOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import { endKeyOf, replacementsOf } from '../replacements.ts';
import type { Rule } from '../rule.ts';

export const replacementCycle: Rule = {
  id: 'replacement-cycle',
  level: 'error',
  summary: 'Following `replacedBy`, also through aliases, never leads back to the same code.',
  check: (api) =>
    replacementsOf(api).circles.flatMap((circle): Finding[] => {
      const [code] = circle;
      // one step back to itself is a reference to itself, of which another rule speaks
      if (!code || circle.length < 2) return [];
      const names = [...circle, code].map((it) => `\`${it.code}\``);
      return [
        {
          at: partOf(code, endKeyOf(code), 'replacedBy'),
          message: `These codes replace each other in a circle, so callers can't tell which one to use: ${names.join(' → ')}.`,
          fix: 'Remove `replacedBy` from the code that callers should use.',
        },
      ];
    }),
};
