import { named } from '../../model/named.ts';
import { holdsOtherCode, placeOf } from '../headers.ts';
import type { ChangeRule } from '../rule.ts';

export const codeHeaderChanged: ChangeRule = {
  id: 'code-header-changed',
  level: 'breaking',
  summary: 'A header no longer has the error code, or has it in another part of its value.',
  reason: 'Callers read another value where the code was.',
  check: ({ bodies }) =>
    bodies.flatMap(({ about, where, part, headers }) =>
      headers.kept
        .filter(({ before, after }) => holdsOtherCode(before, after))
        .map(({ before, after }) => ({
          ...about,
          part: part(before.name),
          what: `The header ${named(before.name)} of ${where} ${after.role === 'code' ? 'has the code in another part of its value' : 'no longer has the code'}.`,
          before: placeOf(before),
          after: placeOf(after),
          fix: 'Keep sending the code there, and send the new value in a new header.',
        })),
    ),
};
