import type { ChangeRule } from '../rule.ts';

export const envelopeClosed: ChangeRule = {
  id: 'envelope-closed',
  level: 'safe',
  summary: 'Error responses of an envelope hold no other fields than those that the docs list.',
  reason: 'Callers that pass over fields that they do not know read every such body.',
  check: ({ bodies }) =>
    bodies.flatMap(({ about, own, where, part, before, after }) => {
      if (own || !before || before.closed || !after?.closed) return [];
      const what = `The body of ${where} holds no other fields than those listed now.`;
      return [{ ...about, part: part('closed'), what, before: 'open', after: 'closed' }];
    }),
};
