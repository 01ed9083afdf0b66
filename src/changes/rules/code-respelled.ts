import { named } from '../../model/named.ts';
import { noticedRenames } from '../renames.ts';
import type { ChangeRule } from '../rule.ts';
import { isRespelled } from '../texts.ts';

export const codeRespelled: ChangeRule = {
  id: 'code-respelled',
  level: 'breaking',
  summary: 'A code is spelled otherwise: case or separators differ.',
  reason: 'Programs compare codes character by character, so the new spelling is another code to them.',
  check: (pair) =>
    noticedRenames(pair)
      .filter(({ before, after }) => isRespelled(before.code, after.code))
      .map(({ about, before, after, note }) => ({
        ...about,
        what: `${named(before.code)} is spelled ${named(after.code)} now.${note}`,
        before: before.code,
        after: after.code,
        fix: `Keep the spelling ${named(before.code)}; a style for codes is for new ones.`,
      })),
};
