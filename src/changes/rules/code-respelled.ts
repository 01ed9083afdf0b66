import { named } from '../../model/named.ts';
import { noticedRenames } from '../renames.ts';
import type { ChangeRule } from '../rule.ts';
import { isRespelled } from '../texts.ts';

export const codeRespelled: ChangeRule = {
  id: 'code-respelled',
  level: 'breaking',
  summary: 'The spelling of a code changed: case or separators differ.',
  reason: 'Programs compare codes character by character, so to them the new spelling is a different code.',
  check: (pair) =>
    noticedRenames(pair)
      .filter(({ before, after }) => isRespelled(before.code, after.code))
      .map(({ about, before, after, note }) => ({
        ...about,
        what: `${named(before.code)} is now spelled ${named(after.code)}.${note}`,
        before: before.code,
        after: after.code,
        fix: `Keep the spelling ${named(before.code)}; apply a code style only to new codes.`,
      })),
};
