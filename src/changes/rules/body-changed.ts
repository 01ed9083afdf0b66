import type { ChangeRule } from '../rule.ts';

export const bodyChanged: ChangeRule = {
  id: 'body-changed',
  level: 'breaking',
  summary: 'Error responses have no body any more, or one of another media type.',
  reason: 'Callers cannot read the response: their parser finds nothing, or something that it does not know.',
  check: ({ bodies }) =>
    bodies.flatMap(({ about, own, where, part, before, after }) => {
      if (own || !before || before.mediaType === after?.mediaType) return [];
      const now = after ? 'a body of another media type' : 'no body';
      return [
        {
          ...about,
          part: part('body'),
          what: `Responses of ${where} have ${now} now.`,
          before: before.mediaType,
          after: after?.mediaType,
          fix: 'Send the new form only to callers that ask for it with an `Accept` header.',
        },
      ];
    }),
};
