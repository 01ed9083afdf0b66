import { counted } from '../../model/counted.ts';
import type { Explanation, RuleMeta } from '../rule.ts';

export const fixedGap: RuleMeta = {
  id: 'fixed-gap',
  level: 'error',
  summary: 'Each gap in `baseline.yaml` is still there; one that is fixed leaves the list.',
};

/** Gaps of the list that are fixed; `names` are the first of them, each a code, a rule and a place. */
export function fixedGaps(count: number, names: readonly string[]): Explanation {
  const more = count > names.length ? ` and ${(count - names.length).toLocaleString('en')} more` : '';
  return {
    message: `${counted(count, 'known gap')} ${count === 1 ? 'is' : 'are'} fixed but still listed: ${names.join(', ')}${more}.`,
    fix: 'Run `errorbook check --baseline`, which removes them from the list.',
  };
}
