import { type Lifecycle, lifecycleOf } from '../../model/lifecycle.ts';
import { named } from '../../model/named.ts';
import { endOfLifeText } from '../end-of-life.ts';
import type { ChangeRule } from '../rule.ts';

export const codeRetired: ChangeRule = {
  id: 'code-retired',
  level: 'safe',
  summary: 'A deprecated or reserved code is retired, or a retired code is documented for the first time.',
  reason: 'Callers were warned or never received it, and its page stays.',
  check: ({ added, changed, referencesAfter }) => [
    ...added
      .filter((code) => lifecycleOf(code) === 'retired')
      .map((it) => ({
        code: it.code,
        part: 'retired',
        what: `${named(it.code)}, which is no longer sent, now has a page.`,
        after: endOfLifeText(it.retired),
      })),
    ...changed
      .filter(({ before, after }) => isRetired(lifecycleOf(before), lifecycleOf(after)))
      .map(({ about, before, after }) => ({
        ...about,
        part: lifecycleOf(after),
        what: `${named(before.code)}, which was ${lifecycleOf(before)}, is no longer sent.`,
        before: endOfLifeText(before.deprecated, referencesAfter) ?? lifecycleOf(before),
        after: endOfLifeText(after.retired) ?? lifecycleOf(after),
      })),
  ],
};

function isRetired(before: Lifecycle, after: Lifecycle): boolean {
  if (before === 'deprecated') return after === 'retired' || after === 'reserved';
  return before === 'reserved' && after === 'retired';
}
