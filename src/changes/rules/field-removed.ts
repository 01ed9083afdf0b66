import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';

export const fieldRemoved: ChangeRule = {
  id: 'field-removed',
  level: 'breaking',
  summary: 'A field of an error response is gone.',
  reason: 'Callers read it, and find nothing.',
  check: ({ bodies }) =>
    bodies.flatMap(({ about, where, part, fields }) =>
      fields.removed.map(({ pointer, field }) => ({
        ...about,
        part: part(pointer),
        what: `The field ${named(pointer)} is gone from the body of ${where}.`,
        before: `${field.type}: ${field.meaning}`,
        fix: 'Keep sending the field, and say in its meaning what to read instead.',
      })),
    ),
};
