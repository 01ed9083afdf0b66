import type { FoundChange } from '../../model/change.ts';
import { named } from '../../model/named.ts';
import type { BodyPair } from '../bodies.ts';
import { pairsOf } from '../fields.ts';
import { newFields } from '../new-fields.ts';
import type { ChangeRule } from '../rule.ts';

export const fieldAdded: ChangeRule = {
  id: 'field-added',
  level: 'safe',
  summary: 'A field is new or no longer optional, or responses without a body now have one.',
  reason: "Callers ignore fields that they don't know.",
  check: ({ bodies }) =>
    bodies.flatMap((body) => [
      ...newBody(body),
      // in a closed envelope, that is another rule's
      ...(body.before?.closed ? [] : newFields(body)),
      ...nowRequired(body),
    ]),
};

function newBody({ about, own, where, part, before, after }: BodyPair): FoundChange[] {
  if (own || before || !after) return [];
  const what = `Responses of ${where} now have a body.`;
  return [{ ...about, part: part('body'), what, after: after.mediaType }];
}

function nowRequired({ about, where, part, fields }: BodyPair): FoundChange[] {
  return pairsOf(fields)
    .filter(({ before, after }) => before.field.optional && !after.field.optional)
    .map(({ before }) => ({
      ...about,
      part: part(before.pointer),
      what: `The field ${named(before.pointer)} is now always in the body of ${where}.`,
      before: 'optional',
      after: 'required',
    }));
}
