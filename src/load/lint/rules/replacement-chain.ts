import { partOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import { replacementsOf } from '../replacements.ts';
import type { Rule } from '../rule.ts';

export const replacementChain: Rule = {
  id: 'replacement-chain',
  level: 'warning',
  summary: "A code that replaces another isn't itself deprecated or retired.",
  check: (api) =>
    replacementsOf(api).all.flatMap(({ code, key, next, end }): Finding[] => {
      if (!end || next === code) return [];
      const { deprecated, retired } = next.entry;
      if (!deprecated && !retired) return [];
      const dead = end.entry.deprecated ?? end.entry.retired;
      return [
        {
          at: partOf(code, key, 'replacedBy'),
          message: `\`${code.code}\` is replaced by \`${next.code}\`, which is itself ${retired ? 'retired' : 'deprecated'}, so callers would have to move twice.`,
          fix: dead
            ? `Name a code that isn't deprecated or retired, or remove \`replacedBy\`: the chain ends with \`${end.code}\`, which has no replacement.`
            : `Name the last code of the chain: \`${end.code}\`.`,
        },
      ];
    }),
};
