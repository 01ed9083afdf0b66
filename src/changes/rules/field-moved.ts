import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';

export const fieldMoved: ChangeRule = {
  id: 'field-moved',
  level: 'breaking',
  summary: 'A field of an error response moved within the body.',
  reason: 'Callers look for it where it was, and find nothing.',
  check: ({ bodies }) =>
    bodies.flatMap(({ about, where, part, fields }) =>
      fields.moved.map(({ before, after }) => ({
        ...about,
        part: part(before.pointer),
        what: `The field ${named(before.pointer)} in the body of ${where} moved to ${named(after.pointer)}.`,
        before: before.pointer,
        after: after.pointer,
        fix: 'Send the field in both places.',
      })),
    ),
};
