import { named } from '../../model/named.ts';
import type { Field } from '../../model/schema/field.ts';
import { holdsOther, pairsOf } from '../fields.ts';
import type { ChangeRule } from '../rule.ts';

export const fieldRetyped: ChangeRule = {
  id: 'field-retyped',
  level: 'breaking',
  summary:
    'A field of an error response has another type, another constant value or another role, or has the code in another part of its value.',
  reason: "Callers get a value that they don't expect: typed clients fail, and comparisons are false.",
  check: ({ bodies }) =>
    bodies.flatMap(({ about, where, part, fields }) =>
      pairsOf(fields)
        .filter(({ before, after }) => holdsOther(before.field, after.field))
        .map(({ before, after }) => ({
          ...about,
          part: part(before.pointer),
          what: `The field ${named(before.pointer)} in the body of ${where} has another type, constant value or role.`,
          before: kindOf(before.field),
          after: kindOf(after.field),
          fix: 'Leave the field as it was, and send the new value in a new field.',
        })),
    ),
};

function kindOf({ type, role, after, until, const: only }: Field): string {
  const around = [after && `after ${after}`, until && `until ${until}`];
  return [type, role && `role ${role}`, ...around, only !== undefined && `always ${JSON.stringify(only)}`]
    .filter(Boolean)
    .join(', ');
}
