import { partOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import { replacementsOf } from '../replacements.ts';
import type { Rule } from '../rule.ts';

export const replacementCycle: Rule = {
  id: 'replacement-cycle',
  level: 'error',
  summary: 'Following `replacedBy`, over aliases too, never leads back to a code where one has been.',
  check: (api) => {
    const told = new Set<string>();
    return replacementsOf(api).flatMap(({ code, farewell, way }): Finding[] => {
      const circle = way.slice(0, -1);
      // one step back to itself is a reference to itself, of which another rule speaks
      if (way.at(-1) !== code || circle.length < 2 || told.has(code.code)) return [];
      for (const it of circle) told.add(it.code);
      return [
        {
          at: partOf(code, farewell, 'replacedBy'),
          message: `These codes replace each other in a circle: ${way.map((it) => `\`${it.code}\``).join(' → ')}.`,
          fix: 'Let the one that callers should use now have no `replacedBy`.',
        },
      ];
    });
  },
};
