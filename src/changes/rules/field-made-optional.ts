import { named } from '../../model/named.ts';
import { pairsOf } from '../fields.ts';
import type { ChangeRule } from '../rule.ts';

export const fieldMadeOptional: ChangeRule = {
  id: 'field-made-optional',
  level: 'breaking',
  summary: 'A required field of error responses is now optional.',
  reason: 'Callers read it without a check, and fail on a response without it.',
  check: ({ bodies }) =>
    bodies.flatMap(({ about, where, part, fields }) =>
      pairsOf(fields)
        .filter(({ before, after }) => !before.field.optional && after.field.optional)
        .map(({ before }) => ({
          ...about,
          part: part(before.pointer),
          what: `The field ${named(before.pointer)} may now be missing from the body of ${where}.`,
          before: 'required',
          after: 'optional',
          fix: 'Keep sending the field, with an empty value if there is nothing to say.',
        })),
    ),
};
