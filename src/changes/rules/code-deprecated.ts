import { lifecycleOf } from '../../model/lifecycle.ts';
import { named } from '../../model/named.ts';
import type { Code } from '../../model/registry.ts';
import { isSame } from '../../model/same.ts';
import type { CodePair } from '../codes.ts';
import { endOfLifeText } from '../end-of-life.ts';
import type { ChangeRule } from '../rule.ts';

export const codeDeprecated: ChangeRule = {
  id: 'code-deprecated',
  level: 'safe',
  summary: 'A code is deprecated or no longer deprecated, or its deprecation notice changed.',
  reason: 'The API still sends it; callers learn early that it will end.',
  check: ({ changed, nameAfter, referencesAfter }) =>
    changed
      .filter((pair) => isToldAnew(pair, nameAfter))
      .map(({ about, before, after }) => ({
        ...about,
        part: 'deprecated',
        what: sentence(before, after),
        before: endOfLifeText(before.deprecated, referencesAfter),
        after: endOfLifeText(after.deprecated),
      })),
};

/** Where a code begins or ceases to be sent, that is the change; and so is the loss of its replacement. */
function isToldAnew({ before, after }: CodePair, nameAfter: (code: string) => string): boolean {
  const lifecycles = new Set([lifecycleOf(before), lifecycleOf(after)]);
  if (lifecycles.size > 1 && (lifecycles.has('retired') || lifecycles.has('reserved'))) return false;
  const [was, is] = [before.deprecated, after.deprecated];
  if (!was || !is) return was !== is;
  const isLost = was.replacedBy !== undefined && is.replacedBy === undefined && !after.retired;
  const replacedBy = was.replacedBy === undefined || isLost ? undefined : nameAfter(was.replacedBy);
  return !isSame({ ...was, replacedBy }, is);
}

function sentence({ code, deprecated }: Code, after: Code): string {
  if (!deprecated) return `${named(code)} is deprecated.`;
  return after.deprecated
    ? `The deprecation notice of ${named(code)} changed.`
    : `${named(code)} is no longer deprecated.`;
}
