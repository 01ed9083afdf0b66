import { named } from '../../model/named.ts';
import type { ChangeRule } from '../rule.ts';

export const fieldRenamed: ChangeRule = {
  id: 'field-renamed',
  level: 'breaking',
  summary: 'A field of an error response has another name.',
  reason: 'Callers read the old name, and find nothing.',
  check: ({ bodies }) =>
    bodies.flatMap(({ about, where, part, fields }) =>
      fields.renamed.map(({ before, after }) => ({
        ...about,
        part: part(before.pointer),
        what: `The field ${named(before.pointer)} in the body of ${where} is now ${named(after.pointer)}.`,
        before: before.pointer,
        after: after.pointer,
        fix: 'Send the field under both names.',
      })),
    ),
};
