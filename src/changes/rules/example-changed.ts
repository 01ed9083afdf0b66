import { named } from '../../model/named.ts';
import type { Code } from '../../model/registry.ts';
import { isSame } from '../../model/same.ts';
import { holdsOther, pairsOf } from '../fields.ts';
import { holdsOtherCode } from '../headers.ts';
import type { ChangeRule } from '../rule.ts';
import { shown } from '../values.ts';

export const exampleChanged: ChangeRule = {
  id: 'example-changed',
  level: 'safe',
  summary: 'The example of a code, a field or a header changed.',
  reason: 'Examples only show what a response may look like.',
  check: ({ changed, bodies }) => [
    ...changed
      .filter(({ before, after }) => !isSame(inOrder(before), inOrder(after)))
      .map(({ about, before, after }) => ({
        ...about,
        part: 'examples',
        what: `The examples of ${named(before.code)} changed.`,
        before: examplesText(before),
        after: examplesText(after),
      })),
    ...bodies.flatMap(({ about, where, part, fields }) =>
      pairsOf(fields)
        .filter(
          ({ before: { field: was }, after: { field: is } }) =>
            !holdsOther(was, is) && !isSame(was.example ?? was.const, is.example ?? is.const),
        )
        .map(({ before, after }) => ({
          ...about,
          part: part(before.pointer),
          what: `The example of the field ${named(before.pointer)} in the body of ${where} changed.`,
          before: shown(before.field.example),
          after: shown(after.field.example),
        })),
    ),
    ...bodies.flatMap(({ about, where, part, headers }) =>
      headers.kept
        .filter(({ before, after }) => before.value !== after.value && !holdsOtherCode(before, after))
        .map(({ before, after }) => ({
          ...about,
          part: part(before.name),
          what: `The example of the header ${named(before.name)} of ${where} changed.`,
          before: before.value,
          after: after.value,
        })),
    ),
  ],
};

/** Examples by name: their order is none of this rule's. */
function inOrder({ examples }: Code): Code['examples'] {
  return examples.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function examplesText({ examples }: Code): string | undefined {
  const lines = examples.map(({ name, overrides }) => `${name === '' ? '' : `${name}: `}${JSON.stringify(overrides)}`);
  return lines.join('\n') === '{}' ? undefined : lines.join('\n');
}
