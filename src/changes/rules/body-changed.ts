import type { ChangeRule } from '../rule.ts';

export const bodyChanged: ChangeRule = {
  id: 'body-changed',
  level: 'breaking',
  summary: 'Error responses no longer have a body, or have one with another media type or another form of its text.',
  reason: "Callers can't parse the response.",
  check: ({ bodies }) =>
    bodies.flatMap(({ about, own, where, part, before, after }) => {
      if (own || !before || (before.mediaType === after?.mediaType && before.text === after.text)) return [];
      const isText = before.mediaType === after?.mediaType;
      const now = isText
        ? 'a body that is written in another way'
        : after
          ? 'a body with another media type'
          : 'no body';
      return [
        {
          ...about,
          part: part('body'),
          what: `Responses of ${where} now have ${now}.`,
          before: isText ? before.text : before.mediaType,
          after: isText ? after.text : after?.mediaType,
          fix: isText
            ? 'Send the fields as before, and new ones after them.'
            : 'Send the new media type only to callers that request it with an `Accept` header.',
        },
      ];
    }),
};
