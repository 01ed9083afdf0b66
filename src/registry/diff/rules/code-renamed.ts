import { named } from '../../named.ts';
import { addressNote, keepOld } from '../renames.ts';
import type { ChangeRule } from '../rule.ts';
import { isRespelled } from '../texts.ts';

export const codeRenamed: ChangeRule = {
  id: 'code-renamed',
  level: 'breaking',
  summary: 'A code has another name: its texts stand under a new code, and the old one is gone.',
  reason: 'Callers branch on the old name, which never comes again, and its address leads nowhere.',
  check: ({ renamed }) =>
    renamed
      .filter(({ before, after }) => !isRespelled(before.code, after.code))
      .map(({ about, before, after }) => ({
        ...about,
        what: `${named(before.code)} was renamed to ${named(after.code)}.${addressNote(before.code, after)}`,
        before: before.code,
        after: after.code,
        mend: keepOld(before.code, after.code),
      })),
};
