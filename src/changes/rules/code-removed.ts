import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';

export const codeRemoved: ChangeRule = {
  id: 'code-removed',
  level: 'breaking',
  summary: 'A code is gone from the registry.',
  reason: 'Callers branch on it, and the address in old error messages and logs leads nowhere.',
  check: ({ removed, after, areVersions }) => {
    const owners = new Map(after.codes.flatMap(({ code, aliases }) => aliases.map((alias) => [alias.code, code])));
    return removed.map(({ code, meaning }) => {
      const owner = owners.get(code);
      const rest =
        owner === undefined || areVersions
          ? ''
          : ` Its address leads to ${named(owner)}, but callers that branch on it break.`;
      return {
        code,
        what: `${named(code)} was removed.${rest}`,
        before: meaning,
        fix: 'Keep the entry and give it `retired: { since, reason }`; its page stays for old logs.',
      };
    });
  },
};
