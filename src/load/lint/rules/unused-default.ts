import type { Rule } from '../rule.ts';

export const unusedDefault: Rule = {
  id: 'unused-default',
  level: 'warning',
  summary: "Each of a domain's `defaults` is used by a code.",
  check: ({ domains }) =>
    domains.flatMap(({ document, entry, codes }) => {
      const isOwn = (field: string) =>
        codes.every((code) => Object.hasOwn(code.entry, field) && !code.inherited.includes(field));
      return Object.keys(entry.defaults ?? {})
        .filter(isOwn)
        .map((field) => ({
          at: { document, path: ['defaults', field], part: 'key' as const },
          message: `Every code of this file has its own \`${field}\`, so this default is never used.`,
          fix: 'Remove it, or remove the field from the codes that have the same value.',
        }));
    }),
};
