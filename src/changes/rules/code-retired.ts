import { type Phase, phaseOf } from '../../model/lifecycle.ts';
import { named } from '../../model/named.ts';
import { farewellText } from '../end-of-life.ts';
import type { ChangeRule } from '../rule.ts';

export const codeRetired: ChangeRule = {
  id: 'code-retired',
  level: 'safe',
  summary:
    'A code that was deprecated or only reserved is no longer sent, or a retired code is described for the first time.',
  reason: 'Callers have been told, or never received it; its page stays.',
  check: ({ added, changed, referencesAfter }) => [
    ...added
      .filter((code) => phaseOf(code) === 'retired')
      .map((it) => ({
        code: it.code,
        part: 'retired',
        what: `${named(it.code)}, which is no longer sent, has a page now.`,
        after: farewellText(it.retired),
      })),
    ...changed
      .filter(({ before, after }) => isRetired(phaseOf(before), phaseOf(after)))
      .map(({ about, before, after }) => ({
        ...about,
        part: phaseOf(after),
        what: `${named(before.code)}, which was ${phaseOf(before)}, is no longer sent.`,
        before: farewellText(before.deprecated, referencesAfter) ?? phaseOf(before),
        after: farewellText(after.retired) ?? phaseOf(after),
      })),
  ],
};

function isRetired(before: Phase, after: Phase): boolean {
  if (before === 'deprecated') return after === 'retired' || after === 'reserved';
  return before === 'reserved' && after === 'retired';
}
