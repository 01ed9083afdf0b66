import { named } from '../../model/named.ts';
import { noticedRenames } from '../renames.ts';
import type { ChangeRule } from '../rule.ts';
import { isRespelled } from '../texts.ts';

export const codeRenamed: ChangeRule = {
  id: 'code-renamed',
  level: 'breaking',
  summary: 'A code has a new name: its texts are now those of a new code, and the old one is gone.',
  reason: 'Callers branch on the old name, which is no longer sent, and its address leads nowhere.',
  check: (pair) =>
    noticedRenames(pair)
      .filter(({ before, after }) => !isRespelled(before.code, after.code))
      .map(({ about, before, after, note, isInBodies }) => ({
        ...about,
        what: `${named(before.code)} was renamed to ${named(after.code)}.${note}`,
        before: before.code,
        after: after.code,
        fix: isInBodies
          ? `Keep ${named(before.code)}, give it \`deprecated: { replacedBy }\` with ${named(after.code)}, and retire it once callers no longer need it.`
          : `List ${named(before.code)} under \`aliases\` of ${named(after.code)}.`,
      })),
};
