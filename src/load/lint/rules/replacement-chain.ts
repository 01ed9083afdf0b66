import { partOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import { replacementsOf } from '../replacements.ts';
import type { Rule } from '../rule.ts';

export const replacementChain: Rule = {
  id: 'replacement-chain',
  level: 'warning',
  summary: 'The code that replaces another is not deprecated or retired itself.',
  check: (api) =>
    replacementsOf(api).all.flatMap(({ code, key, next, end }): Finding[] => {
      if (!end || next === code) return [];
      const { deprecated, retired } = next.entry;
      if (!deprecated && !retired) return [];
      const dead = end.entry.deprecated ?? end.entry.retired;
      return [
        {
          at: partOf(code, key, 'replacedBy'),
          message: `\`${next.code}\`, which replaces \`${code.code}\`, is ${retired ? 'retired' : 'deprecated'} itself.`,
          fix: dead
            ? `Name a code that stays, or none: at the end stands \`${end.code}\`, which nothing replaces.`
            : `Name the end of the chain: \`${end.code}\`.`,
        },
      ];
    }),
};
