import { partOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import { replacementsOf } from '../replacements.ts';
import type { Rule } from '../rule.ts';

export const replacementChain: Rule = {
  id: 'replacement-chain',
  level: 'warning',
  summary: 'The code that replaces another is not on its way out itself.',
  check: (api) =>
    replacementsOf(api).flatMap(({ code, farewell, way }): Finding[] => {
      const [, heir] = way;
      const end = way.at(-1)!;
      if (way.indexOf(end) < way.length - 1 || heir === code) return [];
      const { deprecated, retired } = heir!.entry;
      if (!deprecated && !retired) return [];
      const dead = end.entry.deprecated ?? end.entry.retired;
      return [
        {
          at: partOf(code, farewell, 'replacedBy'),
          message: `\`${heir!.code}\`, which replaces \`${code.code}\`, is ${retired ? 'retired' : 'deprecated'} itself.`,
          fix: dead
            ? `Name a code that stays, or none: at the end stands \`${end.code}\`, which nothing replaces.`
            : `Name the end of the chain: \`${end.code}\`.`,
        },
      ];
    }),
};
