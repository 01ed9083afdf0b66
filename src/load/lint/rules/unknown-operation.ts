import { Candidates } from '../../../model/nearest.ts';
import { codesOf } from '../../draft.ts';
import type { Rule } from '../rule.ts';

export const unknownOperation: Rule = {
  id: 'unknown-operation',
  level: 'warning',
  summary: 'The operations under `idempotency` are operations that codes name, spelled as there.',
  check(api) {
    if (api.damaged) return [];
    const known = new Set(
      codesOf(api).flatMap(({ entry }) => (entry.operations ?? []).map(({ operation }) => operation)),
    );
    if (known.size === 0) return [];
    const near = new Candidates(known);
    return (api.entry.idempotency?.operations ?? []).flatMap((operation, i) => {
      if (known.has(operation)) return [];
      const meant = near.nearest(operation);
      return [
        {
          at: { document: api.document, path: ['idempotency', 'operations', i], part: 'value' as const },
          message: `No code names the operation \`${operation}\`, so no page can say that it honors the key.`,
          fix: meant ? `Did you mean \`${meant}\`?` : 'Add it to `operations` of the codes that it returns.',
        },
      ];
    });
  },
};
