import { newFields } from '../new-fields.ts';
import type { ChangeRule } from '../rule.ts';

export const closedFieldAdded: ChangeRule = {
  id: 'closed-field-added',
  level: 'breaking',
  summary: 'A field is new in an envelope that was closed.',
  reason: 'Callers validate bodies by a closed schema, and reject a field that is not in it.',
  check: ({ bodies }) =>
    bodies
      .filter(({ before }) => before?.closed)
      .flatMap(newFields)
      .map((found) => ({ ...found, fix: 'Send the field with a new code, in an envelope of its own.' })),
};
