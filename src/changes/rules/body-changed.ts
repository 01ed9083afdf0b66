import type { ChangeRule } from '../rule.ts';

export const bodyChanged: ChangeRule = {
  id: 'body-changed',
  level: 'breaking',
  summary: 'Error responses no longer have a body, or have one with another media type.',
  reason: "Callers can't parse the response.",
  check: ({ bodies }) =>
    bodies.flatMap(({ about, own, where, part, before, after }) => {
      if (own || !before || before.mediaType === after?.mediaType) return [];
      const now = after ? 'a body with another media type' : 'no body';
      return [
        {
          ...about,
          part: part('body'),
          what: `Responses of ${where} now have ${now}.`,
          before: before.mediaType,
          after: after?.mediaType,
          fix: 'Send the new media type only to callers that request it with an `Accept` header.',
        },
      ];
    }),
};
