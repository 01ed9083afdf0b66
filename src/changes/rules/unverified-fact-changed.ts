import { CONFIRMABLE } from '../../model/schema/code.ts';
import { wasUnverified } from '../codes.ts';
import type { ChangeRule } from '../rule.ts';
import { factOf, factText } from '../unverified.ts';
import { happened } from '../values.ts';

export const unverifiedFactChanged: ChangeRule = {
  id: 'unverified-fact-changed',
  level: 'safe',
  summary: 'A status, message or retry policy that was marked as unverified changed.',
  reason: "The docs said that the API's owner had not confirmed it, so no caller could rely on it.",
  check: ({ changed }) =>
    changed.flatMap((pair) =>
      CONFIRMABLE.filter((fact) => wasUnverified(pair, fact)).flatMap((fact) => {
        const { about, before, after } = pair;
        const [was, is] = [factText(before, fact), factText(after, fact)];
        if (was === is || (fact === 'message' && pair.reused)) return [];
        return [
          {
            ...about,
            part: fact,
            what: happened(`The unverified ${factOf(before, fact)}`, was, is),
            before: was,
            after: is,
          },
        ];
      }),
    ),
};
