import type { ChangeRule } from '../rule.ts';

export const codeRemoved: ChangeRule = {
  id: 'code-removed',
  level: 'breaking',
  summary: 'A code is gone from the registry.',
  reason: 'Callers branch on it, and the address in old error messages and logs leads nowhere.',
  check: ({ removed, internal }) =>
    removed
      .filter(({ code }) => !internal.has(code))
      .map(({ code, meaning }) => ({
        code,
        what: `\`${code}\` was removed.`,
        before: meaning,
        mend: 'Keep the entry and give it `retired: { since, reason }`; its page stays for old logs.',
      })),
};
