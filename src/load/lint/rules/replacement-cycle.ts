import { partOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import { endKeyOf, replacementsOf } from '../replacements.ts';
import type { Rule } from '../rule.ts';

export const replacementCycle: Rule = {
  id: 'replacement-cycle',
  level: 'error',
  summary: 'Following `replacedBy`, over aliases too, never leads back to a code where one has been.',
  check: (api) =>
    replacementsOf(api).circles.flatMap((circle): Finding[] => {
      const [code] = circle;
      // one step back to itself is a reference to itself, of which another rule speaks
      if (!code || circle.length < 2) return [];
      const names = [...circle, code].map((it) => `\`${it.code}\``);
      return [
        {
          at: partOf(code, endKeyOf(code), 'replacedBy'),
          message: `These codes replace each other in a circle: ${names.join(' → ')}.`,
          fix: 'Let the one that callers should use now have no `replacedBy`.',
        },
      ];
    }),
};
