import type { FoundChange } from '../model/change.ts';
import { named } from '../model/named.ts';
import type { Code } from '../model/registry.ts';
import type { Confirmable } from '../model/schema/code.ts';
import { FACT_NOUNS } from '../model/unverified.ts';
import type { CodePair } from './codes.ts';
import { without } from './values.ts';

/** A fact of a code as a change names it: `status of `PARCEL_LOST``. */
export function factOf({ code }: Code, fact: Confirmable): string {
  return `${FACT_NOUNS[fact][0]} of ${named(code)}`;
}

/** A fact in words; undefined where the code has none. */
export function factText({ statuses, message, retry }: Code, fact: Confirmable): string | undefined {
  switch (fact) {
    case 'status':
      return statuses.map(({ status }) => status).join(', ');
    case 'message':
      return message;
    case 'retry':
      return retry.policy;
  }
}

/** The facts that one side alone marks as unverified, with what the other side states; `says` completes the sentence. */
export function marksOnlyIn(side: 'before' | 'after', pair: CodePair, says: string): FoundChange[] {
  const [marked, stating, key] =
    side === 'before' ? [pair.before, pair.after, 'after' as const] : [pair.after, pair.before, 'before' as const];
  return without(marked.unverified, stating.unverified).flatMap((fact) => {
    const stated = factText(stating, fact);
    if (stated === undefined) return [];
    return [
      { ...pair.about, part: `unverified/${fact}`, what: `The ${factOf(pair.before, fact)} ${says}`, [key]: stated },
    ];
  });
}
