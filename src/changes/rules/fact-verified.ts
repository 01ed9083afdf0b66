import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';
import { FACT_NAMES, factText } from '../unverified.ts';
import { without } from '../values.ts';

export const factVerified: ChangeRule = {
  id: 'fact-verified',
  level: 'safe',
  summary: 'A status, message or retry policy that was marked as unverified no longer is.',
  reason: 'Callers may rely on more than before.',
  check: ({ changed }) =>
    changed.flatMap(({ about, before, after }) =>
      without(before.unverified, after.unverified).flatMap((fact) => {
        const stated = factText(after, fact);
        return stated === undefined
          ? []
          : [
              {
                ...about,
                part: `unverified/${fact}`,
                what: `The ${FACT_NAMES[fact]} of ${named(before.code)} is confirmed by the API's owner.`,
                after: stated,
              },
            ];
      }),
    ),
};
