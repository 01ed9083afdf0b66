import { codesOf, partOf } from '../../draft.ts';
import type { Finding } from '../../rule.ts';
import type { Rule } from '../rule.ts';

export const contradictoryLifecycle: Rule = {
  id: 'contradictory-lifecycle',
  level: 'error',
  summary: "A reserved code has never been sent, so it can't be deprecated or retired too.",
  check: (api) =>
    codesOf(api).flatMap((draft): Finding[] => {
      const { code, entry } = draft;
      if (!entry.reserved) return [];
      return (['deprecated', 'retired'] as const)
        .filter((key) => entry[key] !== undefined)
        .map((key) => ({
          at: partOf(draft, key),
          message: `\`${code}\` is both reserved and ${key}, but a reserved code has never been sent.`,
          fix: `Delete \`reserved\` if the API has sent the code, and \`${key}\` if it hasn't.`,
          also: [{ at: partOf(draft, 'reserved'), message: 'It is marked as reserved here.' }],
        }));
    }),
};
