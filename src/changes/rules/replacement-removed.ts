import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';
import { both } from '../values.ts';

export const replacementRemoved: ChangeRule = {
  id: 'replacement-removed',
  level: 'breaking',
  summary: 'A deprecated or retired code no longer says what takes its place, or that code is gone.',
  reason: 'Callers who followed the advice to move have nowhere to go.',
  check: ({ codes, internal, before, after, whole, nameAfter }) => {
    const is = new Set(after.codes.flatMap(({ code, aliases }) => [code, ...aliases.map((alias) => alias.code)]));
    const was = new Set(before.codes.map(({ code }) => code));
    const isGone = (code: string) => whole.after && was.has(code) && !is.has(code);
    const hidden = new Set(internal);
    return codes.flatMap(({ about, before, after }) => {
      const [old, now] = both(before, after, (it) => it.retired ?? it.deprecated);
      if (old?.replacedBy === undefined || !now) return [];
      if (now.replacedBy !== undefined && !isGone(now.replacedBy)) return [];
      const to = now.replacedBy ?? nameAfter(old.replacedBy);
      return [
        {
          ...about,
          part: 'replacedBy',
          what: isGone(to)
            ? `${hidden.has(to) ? `The code that takes the place of ${named(before.code)}` : `${named(old.replacedBy)}, which takes the place of ${named(before.code)},`} is gone.`
            : `${named(before.code)} no longer says what takes its place.`,
          before: hidden.has(to) ? undefined : old.replacedBy,
          after: now.replacedBy,
          fix: 'Name in `replacedBy` a code that callers can move to.',
        },
      ];
    });
  },
};
