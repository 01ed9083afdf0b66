import { named } from '../../named.ts';
import type { ChangeRule } from '../rule.ts';
import { without } from '../values.ts';

export const aliasAdded: ChangeRule = {
  id: 'alias-added',
  level: 'safe',
  summary: 'A code has an alias: another address that leads to it.',
  reason: 'More addresses answer than before.',
  check: ({ changed }) =>
    changed.flatMap(({ about, before, after }) =>
      without(
        after.aliases.map(({ code }) => code),
        // the spelling before is part of the renaming
        [...before.aliases.map(({ code }) => code), before.code],
      ).map((alias) => ({
        ...about,
        part: `aliases/${alias}`,
        what: `The address of ${named(alias)} leads to ${named(after.code)} now.`,
        after: alias,
      })),
    ),
};
