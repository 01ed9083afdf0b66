import { nearest } from '../../model/nearest.ts';
import type { Explanation, RuleMeta } from '../rule.ts';

export const needlessWaiver: RuleMeta = {
  id: 'needless-waiver',
  level: 'error',
  summary: 'Each rule under `waive` is one that can be waived, and finds something there.',
};

/** A waiver of a rule that finds nothing where the waiver is. */
export function findsNothing(rule: string): Explanation {
  return { message: `\`${rule}\` finds nothing here, so the waiver hides nothing.`, fix: `Remove \`${rule}\` here.` };
}

/** A waiver of something other than the rules that can be waived, which are `known`. */
export function notWaivable(rule: string, known: readonly string[]): Explanation {
  const meant = nearest(rule, known);
  return {
    message: `\`${rule}\` is not a rule that can be waived.`,
    fix: meant ? `Did you mean \`${meant}\`?` : `Remove it, or name one of: ${known.join(', ')}.`,
  };
}
