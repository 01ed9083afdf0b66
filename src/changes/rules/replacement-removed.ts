import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';
import { both } from '../values.ts';

export const replacementRemoved: ChangeRule = {
  id: 'replacement-removed',
  level: 'breaking',
  summary: 'A deprecated or retired code no longer names its replacement, or the replacement is gone.',
  reason: "Callers that want to move don't know where to.",
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
            ? `${hidden.has(to) ? `The replacement of ${named(before.code)}` : `${named(old.replacedBy)}, the replacement of ${named(before.code)},`} is gone.`
            : `${named(before.code)} no longer names its replacement.`,
          before: hidden.has(to) ? undefined : old.replacedBy,
          after: now.replacedBy,
          fix: 'Name in `replacedBy` a code that callers can move to.',
        },
      ];
    });
  },
};
