import { named } from '../../model/named.ts';
import { pairsOf } from '../fields.ts';
import type { ChangeRule } from '../rule.ts';

export const fieldMadeOptional: ChangeRule = {
  id: 'field-made-optional',
  level: 'breaking',
  summary: 'A field that every error response had may be missing now.',
  reason: 'Callers read it without a check and fail on the response that lacks it.',
  check: ({ bodies }) =>
    bodies.flatMap(({ about, where, part, fields }) =>
      pairsOf(fields)
        .filter(({ before, after }) => !before.field.optional && after.field.optional)
        .map(({ before }) => ({
          ...about,
          part: part(before.pointer),
          what: `The field ${named(before.pointer)} may be missing from the body of ${where} now.`,
          before: 'required',
          after: 'optional',
          fix: 'Go on sending the field, with an empty value where there is nothing to say.',
        })),
    ),
};
