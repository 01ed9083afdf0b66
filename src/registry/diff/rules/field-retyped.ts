import { named } from '../../named.ts';
import type { Field } from '../../schema/field.ts';
import { pairsOf } from '../fields.ts';
import type { ChangeRule } from '../rule.ts';
import { isSame } from '../values.ts';

export const fieldRetyped: ChangeRule = {
  id: 'field-retyped',
  level: 'breaking',
  summary: 'A field of an error response has another type, another constant value or another role.',
  reason: 'Callers read a value that they do not expect: typed clients fail, comparisons are false.',
  check: ({ bodies }) =>
    bodies.flatMap(({ about, where, part, fields }) =>
      pairsOf(fields)
        .filter(({ before, after }) => holdsOther(before.field, after.field))
        .map(({ before, after }) => ({
          ...about,
          part: part(before.pointer),
          what: `The field ${named(before.pointer)} in the body of ${where} holds something else.`,
          before: kindOf(before.field),
          after: kindOf(after.field),
          mend: 'Leave the field as it was, and send the new value in a new field.',
        })),
    ),
};

/** A role or constant that is new says more of a field; only where it says something else, the field has changed. */
function holdsOther(before: Field, after: Field): boolean {
  if (before.type !== after.type) return true;
  if (before.role !== undefined && before.role !== after.role) return true;
  if (isSame(before.const, after.const)) return false;
  return before.const !== undefined || !isSame(before.example, after.const);
}

function kindOf({ type, role, const: only }: Field): string {
  return [type, role && `role ${role}`, only !== undefined && `always ${JSON.stringify(only)}`]
    .filter(Boolean)
    .join(', ');
}
