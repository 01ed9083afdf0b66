import { named } from '../../model/named.ts';
import { carriesNoCode } from '../messages.ts';
import type { ChangeRule } from '../rule.ts';
import { without } from '../values.ts';

export const aliasAdded: ChangeRule = {
  id: 'alias-added',
  level: 'safe',
  summary: 'A code has a new alias: another address that leads to it.',
  reason: 'It only adds an address.',
  check: ({ changed, removed, before: api }) => {
    // the loss of a code names the address that is left of it
    const gone = new Set(removed.map(({ code }) => code));
    return changed.flatMap(({ about, before, after }) =>
      without(
        after.aliases.map(({ code }) => code),
        [...before.aliases.map(({ code }) => code), ...(carriesNoCode(api, before) ? [] : [before.code])],
      )
        .filter((alias) => !gone.has(alias))
        .map((alias) => ({
          ...about,
          part: `aliases/${alias}`,
          what: `The address of ${named(alias)} now leads to ${named(after.code)}.`,
          after: alias,
        })),
    );
  },
};
