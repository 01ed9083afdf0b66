import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';
import { FACT_NAMES, factText } from '../unverified.ts';
import { without } from '../values.ts';

export const factUnverified: ChangeRule = {
  id: 'fact-unverified',
  level: 'risky',
  summary: 'A status, message or retry policy is marked as unverified that was not.',
  reason: 'Callers rely on what the docs stated until now, and it may be wrong.',
  check: ({ changed }) =>
    changed.flatMap(({ about, before, after }) =>
      without(after.unverified, before.unverified).flatMap((fact) => {
        const stated = factText(before, fact);
        return stated === undefined
          ? []
          : [
              {
                ...about,
                part: `unverified/${fact}`,
                what: `The ${FACT_NAMES[fact]} of ${named(before.code)} is no longer confirmed by the API's owner.`,
                before: stated,
              },
            ];
      }),
    ),
};
