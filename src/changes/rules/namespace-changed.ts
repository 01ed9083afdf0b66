import { named } from '../../model/named.ts';
import { isInOtherNamespace } from '../renames.ts';
import type { ChangeRule } from '../rule.ts';

export const namespaceChanged: ChangeRule = {
  id: 'namespace-changed',
  level: 'breaking',
  summary: 'A code is in another namespace than before, or has one for the first time.',
  reason: 'Callers that branch on namespace and code find neither, and the docs have another name for it.',
  check: ({ renamed }) =>
    renamed.filter(isInOtherNamespace).map(({ about, before, after }) => {
      const hasAlias = after.aliases.some(({ code }) => code === before.code);
      const address = hasAlias
        ? ' The address of the old name still works.'
        : ' The address of the old name leads nowhere.';
      const alias = hasAlias
        ? ''
        : `, or at least list ${named(before.code)} under \`aliases\` of ${named(after.code)}`;
      return {
        ...about,
        what: `${named(before.code)} is now ${named(after.code)}.${address}`,
        before: before.sent?.namespace,
        after: after.sent?.namespace,
        fix: `Keep the namespace${alias}.`,
      };
    }),
};
